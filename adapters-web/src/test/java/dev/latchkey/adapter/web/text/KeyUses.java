package dev.latchkey.adapter.web.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What sources say about the keys of the message bundle. */
final class KeyUses {
  /** A key that is shown without asking whether it is there. */
  private static final Pattern SHOWN = Pattern.compile("[.]?text\\(\\s*\"([A-Za-z.0-9]+)\"[,)]");
  /** A key, the beginning of one, or its end. */
  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z.][A-Za-z0-9._-]*)\"");
  private static final Path PAGES = Path.of("src/main");

  private KeyUses() {}

  static Set<String> shown() {
    return found(PAGES, SHOWN);
  }

  /** Everything that might be a key: what stands there, and what a source puts together from two parts. */
  static Set<String> named() {
    return sources(PAGES).stream().map(source -> literals(source, LITERAL))
        .flatMap(literals -> Stream.concat(literals.stream(), literals.stream().filter(it -> it.startsWith("."))
            .flatMap(end -> literals.stream().map(beginning -> beginning + end))))
        .collect(Collectors.toSet());
  }

  /** What keys begin with that are put together from something else. */
  static Set<String> beginnings() {
    return found(PAGES, LITERAL).stream().filter(it -> it.endsWith(".")).collect(Collectors.toSet());
  }

  /** Codes and rules are called something far from here. */
  static Set<String> literalsOfAllModules() {
    return Stream.of("../domain/src/main", "../application/src/main", "../adapters-idp/src/main", "src/main")
        .flatMap(module -> found(Path.of(module), LITERAL).stream()).collect(Collectors.toSet());
  }

  private static Set<String> found(Path folder, Pattern pattern) {
    return sources(folder).stream().flatMap(source -> literals(source, pattern).stream()).collect(Collectors.toSet());
  }

  private static Set<String> literals(String source, Pattern pattern) {
    return pattern.matcher(source).results().map(result -> result.group(1)).collect(Collectors.toSet());
  }

  private static List<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().matches(".*\\.(jte|java)")).map(KeyUses::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
