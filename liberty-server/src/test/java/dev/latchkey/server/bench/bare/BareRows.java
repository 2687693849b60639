package dev.latchkey.server.bench.bare;

import dev.latchkey.adapter.persistence.database.Databases;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** {@code GET /bare/rows/{id}}: one row by its key, through a pool with Latchkey's settings. */
@Path("/rows")
@Produces(MediaType.APPLICATION_JSON)
public final class BareRows {
  private static final DataSource POOL = Databases.pool(System.getenv("LATCHKEY_DB_URL"),
      System.getenv("LATCHKEY_DB_USER"), System.getenv("LATCHKEY_DB_PASSWORD"), 20);

  @GET
  @Path("/{id}")
  public BareRow find(@PathParam("id") String id) throws SQLException {
    try (Connection connection = POOL.getConnection();
        PreparedStatement select = connection.prepareStatement("SELECT id, name FROM bare_row WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet rows = select.executeQuery()) {
        if (!rows.next()) {
          throw new NotFoundException();
        }
        return new BareRow(rows.getString(1), rows.getString(2));
      }
    }
  }
}
