package dev.latchkey.adapter.web.signin;

import dev.latchkey.adapter.web.access.EntryRoute;
import dev.latchkey.adapter.web.access.Public;
import dev.latchkey.adapter.web.answer.Challenge;
import dev.latchkey.adapter.web.answer.Code;
import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import dev.latchkey.adapter.web.answer.Success;
import dev.latchkey.adapter.web.mail.MailLimit;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.signin.SignUp;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.signin.Password;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/auth/signup}. */
@Dependent
@Path("/auth/signup")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SignUpResource {
  private final SignUp signUp;

  @Inject
  public SignUpResource(SignUp signUp) {
    this.signUp = signUp;
  }

  @POST
  @Public
  @EntryRoute
  public Response signUp(Body body, @Context HttpServletRequest request) {
    return switch (signUp.start(body.parse(Visit.of(request)))) {
      case SignUp.Outcome.CodeSent sent -> Success.accepted("A code is on its way to the address.",
          new Challenge(sent.challenge().value()));
      case SignUp.Outcome.Closed closed -> throw new Refused(
          Refusal.of(Code.FORBIDDEN, "New accounts are created by invitation only."));
      case SignUp.Outcome.PasswordRejected rejected -> throw new Refused(Refusal.invalid(List.of(
          FieldError.of("password", rejected.rejection().code(), rejected.rejection().message()))));
      case SignUp.Outcome.SlugTaken taken -> throw new Refused(
          Refusal.of(Code.CONFLICT, "Another organization has this slug.")
              .with(List.of(FieldError.of("slug", "TAKEN", "Please choose another slug."))));
      case SignUp.Outcome.TooManyMails tooMany -> throw new Refused(MailLimit.REACHED);
    };
  }

  record Body(@Nullable String organizationName, @Nullable String slug, @Nullable String name,
      @Nullable String email, @Nullable String password) {

    SignUp.Command parse(Visit visit) {
      Fields fields = new Fields();
      Optional<OrganizationName> organization = fields.optional("organizationName", organizationName,
          OrganizationName::new);
      Optional<Slug> wantedSlug = fields.optional("slug", slug, Slug::new);
      Optional<PersonName> person = fields.required("name", name, PersonName::new);
      Optional<EmailAddress> address = fields.required("email", email, EmailAddress::parse);
      Optional<Password> chosen = fields.required("password", password, Password::new);
      fields.check();
      return new SignUp.Command(address.orElseThrow(), person.orElseThrow(), chosen.orElseThrow(), organization,
          wantedSlug, visit.locale(), visit.origin());
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
      return "SignUpResource.Body[hidden]";
    }
  }
}
