package dev.latchkey.adapter.web.passkey;

import dev.latchkey.adapter.web.access.NeedsSession;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Items;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.session.Device;
import dev.latchkey.adapter.web.session.ProofTooOld;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.application.passkey.ListPasskeys;
import dev.latchkey.application.passkey.RegisterPasskey;
import dev.latchkey.application.passkey.RemovePasskey;
import dev.latchkey.application.passkey.StartPasskeyRegistration;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.passkey.PasskeyId;
import dev.latchkey.domain.passkey.PasskeyName;
import dev.latchkey.domain.session.SignedIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code /api/auth/passkeys}: the account's passkeys. Signing in by one is {@link PasskeySignInResource}'s. */
@Dependent
@Path("/auth/passkeys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PasskeysResource {
  private final StartPasskeyRegistration startRegistration;
  private final RegisterPasskey registerPasskey;
  private final ListPasskeys listPasskeys;
  private final RemovePasskey removePasskey;
  private final WebSettings settings;
  private final SessionCookies cookies;

  @Inject
  public PasskeysResource(StartPasskeyRegistration startRegistration, RegisterPasskey registerPasskey,
      ListPasskeys listPasskeys, RemovePasskey removePasskey, WebSettings settings, SessionCookies cookies) {
    this.startRegistration = startRegistration;
    this.registerPasskey = registerPasskey;
    this.listPasskeys = listPasskeys;
    this.removePasskey = removePasskey;
    this.settings = settings;
    this.cookies = cookies;
  }

  @POST
  @Path("/registration-options")
  @NeedsSession
  public Response start(@Context HttpServletRequest request) {
    SignedIn signedIn = Visit.of(request).session().signedIn();
    return switch (startRegistration.start(signedIn)) {
      case StartPasskeyRegistration.Outcome.Offered offered -> Success.ok("Have your authenticator make a passkey.",
          CreationOptions.of(offered, signedIn.person(), settings));
      case StartPasskeyRegistration.Outcome.TooMany tooMany -> throw new Refused(PasskeyRefusals.TOO_MANY);
      case StartPasskeyRegistration.Outcome.ProofTooOld tooOld -> throw new Refused(ProofTooOld.REFUSAL);
      case StartPasskeyRegistration.Outcome.PasskeyOwed owed -> throw new Refused(ProofTooOld.PASSKEY_OWED);
    };
  }

  @POST
  @NeedsSession
  public Response register(RegistrationBody body, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    Fields fields = new Fields();
    Optional<PasskeyName> named = fields.optional("name", body.name(), PasskeyName::new);
    fields.check();
    PasskeyName name = named.orElseGet(
        () -> new PasskeyName(Device.inWords(Messages.of(visit.locale()), visit.origin().device())));
    return switch (registerPasskey.register(
        new RegisterPasskey.Command(visit.session().signedIn(), body.parse(), name, visit.origin()))) {
      case RegisterPasskey.Outcome.Registered done -> cookies.renew(
          Success.answer(201, "The passkey is registered.", PasskeyData.of(done.passkey())), done.session()).build();
      case RegisterPasskey.Outcome.Refused refused -> throw new Refused(PasskeyRefusals.NOT_ACCEPTED);
      case RegisterPasskey.Outcome.Known known -> throw new Refused(PasskeyRefusals.KNOWN);
      case RegisterPasskey.Outcome.TooMany tooMany -> throw new Refused(PasskeyRefusals.TOO_MANY);
      case RegisterPasskey.Outcome.ProofTooOld tooOld -> throw new Refused(ProofTooOld.REFUSAL);
      case RegisterPasskey.Outcome.PasskeyOwed owed -> throw new Refused(ProofTooOld.PASSKEY_OWED);
    };
  }

  @GET
  @NeedsSession
  public Response list(@Context HttpServletRequest request) {
    return Success.ok("Your passkeys.", Items.all(
        listPasskeys.list(Visit.of(request).session().signedIn()).stream().map(PasskeyData::of).toList()));
  }

  @DELETE
  @Path("/{passkeyId}")
  @NeedsSession
  public Response remove(@PathParam("passkeyId") String passkeyId, @Context HttpServletRequest request) {
    Visit visit = Visit.of(request);
    return switch (removePasskey.remove(visit.session().signedIn(), parse(passkeyId), visit.origin())) {
      case RemovePasskey.Outcome.Removed removed -> cookies.renew(
          Success.answer(200, "The passkey is removed.", null), removed.session()).build();
      case RemovePasskey.Outcome.NotFound absent -> throw new Refused(Refusal.notFound());
      case RemovePasskey.Outcome.ProofTooOld tooOld -> throw new Refused(ProofTooOld.REFUSAL);
      case RemovePasskey.Outcome.PasskeyOwed owed -> throw new Refused(ProofTooOld.PASSKEY_OWED);
    };
  }

  /** What is no id names nothing. */
  private static PasskeyId parse(String id) {
    try {
      return new PasskeyId(id);
    } catch (InvalidValue e) {
      throw new Refused(Refusal.notFound());
    }
  }
}
