package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.application.discovery.DiscoverSignIn;
import dev.latchkey.domain.account.EmailAddress;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/auth/discover}: with what an address signs in. The answer depends on its domain alone, never on whether
 * there is such an account.
 */
@Dependent
@Path("/auth/discover")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class DiscoverResource {
  private final DiscoverSignIn discoverSignIn;

  @Inject
  public DiscoverResource(DiscoverSignIn discoverSignIn) {
    this.discoverSignIn = discoverSignIn;
  }

  @POST
  @Public
  @EntryRoute
  public Response discover(Body body) {
    Fields fields = new Fields();
    Optional<EmailAddress> email = fields.required("email", body.email(), EmailAddress::parse);
    fields.check();
    return Success.ok("This is how to sign in.", switch (discoverSignIn.discover(email.orElseThrow())) {
      case DiscoverSignIn.Outcome.SingleSignOn sso -> new Way("sso", SsoEntry.path(sso.organization().value()));
      case DiscoverSignIn.Outcome.Password password -> new Way("password", null);
    });
  }

  record Body(@Nullable String email) {}

  /** @param redirect where signing in goes on, if not here */
  record Way(String method, @Nullable String redirect) {}
}
