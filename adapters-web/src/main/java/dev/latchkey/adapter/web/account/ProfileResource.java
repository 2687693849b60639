package dev.latchkey.adapter.web.account;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Languages;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SignedInData;
import dev.latchkey.application.ownaccount.ChangeProfile;
import dev.latchkey.application.session.LiveSession;
import dev.latchkey.domain.account.PersonName;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code PATCH /api/auth/me}: what one is called and which language one reads. */
@Dependent
@Path("/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ProfileResource {
  private static final Refusal OWN_PROOF_NEEDED = Refusal
      .of(Code.REAUTHENTICATION_REQUIRED, "Your other organizations see this, too. Please show first who you are.")
      .redirectTo(ProofTooOld.PATH);

  private final ChangeProfile changeProfile;

  @Inject
  public ProfileResource(ChangeProfile changeProfile) {
    this.changeProfile = changeProfile;
  }

  @PATCH
  @Path("/me")
  @NeedsSession
  public Response change(Body body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    LiveSession live = visit.session();
    Fields fields = new Fields();
    Optional<PersonName> name = fields.optional("name", body.name(), PersonName::new);
    Optional<Locale> locale = fields.optional("locale", body.locale(), Languages::parse);
    fields.check();
    return switch (changeProfile.change(new ChangeProfile.Command(live.signedIn(), name, locale, visit.origin()))) {
      case ChangeProfile.Outcome.Changed changed ->
        Success.ok("Your profile is changed.", SignedInData.of(live.as(changed.account())));
      case ChangeProfile.Outcome.OwnProofNeeded needed -> throw new Refused(OWN_PROOF_NEEDED);
    };
  }

  record Body(@Nullable String name, @Nullable String locale) {}
}
