package dev.latchkey.server.e2e;

import dev.latchkey.adapter.web.PagesApplication;
import dev.latchkey.adapter.web.openapi.ApiRoute;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code docs/rights.md} says, and what it has to speak of. */
final class Rights {
  private static final List<List<String>> ROWS = rows();

  private Rights() {}

  /** A line of the first table for each right, without its explanation. */
  static List<String> written() {
    return ROWS.stream().filter(row -> row.size() == 6)
        .map(row -> row.getFirst().replaceFirst(":.*", "") + " " + String.join(" ", row.subList(1, 6))).toList();
  }

  /** The same as the code has it. */
  static List<String> inForce() {
    return Arrays.stream(Permission.values()).map(right -> right.name() + " "
        + Arrays.stream(Role.values()).map(role -> yes(right.isGrantedTo(role))).collect(Collectors.joining(" ")) + " "
        + right.scope().map(scope -> scope.word()).orElse("none") + " " + yes(right.isSensitive())).toList();
  }

  /** The second table. */
  static Map<String, Permission> ofRoutes() {
    Map<String, Permission> rights = new TreeMap<>();
    ROWS.stream().filter(row -> row.size() == 2).forEach(row -> {
      if (rights.put(row.getFirst(), Permission.valueOf(row.getLast())) != null) {
        throw new IllegalStateException("Twice in the table: " + row.getFirst());
      }
    });
    return rights;
  }

  /** Everything that the server has inside organizations, for programs and for people. */
  static List<ApiRoute> routes() {
    return Stream.concat(Contract.ROUTES.stream(), ApiRoute.of(new PagesApplication()).stream())
        .filter(route -> route.path().contains("/{organizationId}") || route.path().startsWith("/organizations/{slug}"))
        .toList();
  }

  private static String yes(boolean yes) {
    return yes ? "yes" : "no";
  }

  /** Rows of tables whose first cell is code. */
  private static List<List<String>> rows() {
    try {
      return Files.readAllLines(Path.of("../docs/rights.md")).stream().filter(line -> line.startsWith("| `"))
          .map(line -> Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
              .map(cell -> cell.strip().replace("`", "")).toList())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
