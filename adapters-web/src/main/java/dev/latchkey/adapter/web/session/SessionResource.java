package dev.latchkey.adapter.web.session;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Cookies;
import dev.latchkey.adapter.web.request.ForAllRequests;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.signin.SignOut;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /api/auth}: the session that asks. */
@ForAllRequests
@Path("/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
  private final SignOut signOut;

  @Inject
  public SessionResource(SignOut signOut) {
    this.signOut = signOut;
  }

  /** Asked far more often than anything else: costs the session check and nothing more. */
  @GET
  @Path("/me")
  @NeedsSession(beforeSecondFactor = true)
  public Response me(@Context HttpServletRequest request) {
    return Success.ok("You are signed in.", SignedInData.of(Visit.of(request).session()));
  }

  @POST
  @Path("/logout")
  @NeedsSession(beforeSecondFactor = true)
  public Response logout(@Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (signOut.signOut(visit.session().signedIn().session(), visit.origin())) {
      case SignOut.Outcome.Ended ended -> goodbye(ended.provider());
      case SignOut.Outcome.AlreadyEnded alreadyEnded -> goodbye(Optional.empty());
    };
  }

  private static Response goodbye(Optional<URI> provider) {
    return Success.answer(200, "You are signed out.", new Goodbye(provider.map(URI::toString).orElse(null)))
        .header(HttpHeaders.SET_COOKIE, Cookies.cleared(Cookies.SESSION)).build();
  }

  /** @param redirect where the identity provider ends its own session, if the session came from one */
  record Goodbye(@Nullable String redirect) {}
}
