package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.domain.account.EmailAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/auth/discover}: with what an address signs in. The answer never depends on whether there is such an
 * account; as long as no organization brings an identity provider of its own, it depends on nothing at all.
 */
@Dependent
@Path("/auth/discover")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class DiscoverResource {
  private static final Way PASSWORD = new Way("password", null);

  @POST
  @Public
  @EntryRoute
  public Response discover(Body body) {
    Fields fields = new Fields();
    fields.required("email", body.email(), EmailAddress::parse);
    fields.check();
    return Success.ok("This is how to sign in.", PASSWORD);
  }

  record Body(@Nullable String email) {}

  /** @param redirect where signing in goes on, if not here */
  record Way(String method, @Nullable String redirect) {}
}
