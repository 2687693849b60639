package dev.latchkey.server;

import dev.latchkey.adapter.web.ApiApplication;
import dev.latchkey.adapter.web.access.AddressLimit;
import dev.latchkey.adapter.web.access.Callers;
import dev.latchkey.adapter.web.access.KeyHolders;
import dev.latchkey.adapter.web.domainclaim.DomainPages;
import dev.latchkey.adapter.web.failure.Failures;
import dev.latchkey.adapter.web.member.MemberPages;
import dev.latchkey.adapter.web.onetime.CodeJourneys;
import dev.latchkey.adapter.web.openapi.ApiRoute;
import dev.latchkey.adapter.web.openapi.OpenApi;
import dev.latchkey.adapter.web.openapi.OpenApiDocument;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.Templates;
import dev.latchkey.adapter.web.protect.LogContext;
import dev.latchkey.adapter.web.session.SessionCookies;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.apikey.CheckApiKey;
import dev.latchkey.application.domainclaim.ReadDomain;
import dev.latchkey.application.emailchange.ConfirmEmailChange;
import dev.latchkey.application.emailchange.ResendEmailChangeCode;
import dev.latchkey.application.member.ReadMember;
import dev.latchkey.application.onetime.RecognizeChallenge;
import dev.latchkey.application.session.CheckSession;
import dev.latchkey.application.setup.ConfirmSetup;
import dev.latchkey.application.setup.ResendSetupCode;
import dev.latchkey.application.signin.ResendCode;
import dev.latchkey.application.signin.VerifyEmail;
import dev.latchkey.domain.social.SocialClients;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What resources, pages and filters share. */
@Dependent
public final class WebParts {

  @Produces
  @Singleton
  static Templates templates() {
    return new Templates();
  }

  @Produces
  @Singleton
  static Pages pages(Templates templates, WebSettings settings, SocialClients social, InstantSource clock) {
    return new Pages(templates, settings, social, clock);
  }

  @Produces
  @Singleton
  static Failures failures(Pages pages, WebSettings settings) {
    return new Failures(pages, settings);
  }

  @Produces
  @Singleton
  static Callers callers(CheckSession checkSession) {
    return new Callers(checkSession);
  }

  @Produces
  @Singleton
  static KeyHolders keyHolders(CheckApiKey checkApiKey, WebSettings settings) {
    return new KeyHolders(checkApiKey, new AddressLimit(settings));
  }

  @Produces
  @Singleton
  static AddressLimit addressLimit(WebSettings settings) {
    return new AddressLimit(settings);
  }

  @Produces
  @Singleton
  static SessionCookies sessionCookies(RandomGenerator random) {
    return new SessionCookies(random);
  }

  @Produces
  @Singleton
  static CodeJourneys codeJourneys(RecognizeChallenge recognizeChallenge, VerifyEmail verifyEmail,
      ResendCode resendCode, ConfirmSetup confirmSetup, ResendSetupCode resendSetupCode,
      ConfirmEmailChange confirmEmailChange, ResendEmailChangeCode resendEmailChangeCode, Callers callers) {
    return new CodeJourneys(recognizeChallenge, verifyEmail, resendCode, confirmSetup, resendSetupCode,
        confirmEmailChange, resendEmailChangeCode, callers);
  }

  @Produces
  @Singleton
  static OpenApiDocument openApiDocument() {
    return new OpenApiDocument(() -> OpenApi.describe(ApiRoute.of(new ApiApplication())));
  }

  @Produces
  @Singleton
  static MemberPages memberPages(ReadMember readMember) {
    return new MemberPages(readMember);
  }

  @Produces
  @Singleton
  static DomainPages domainPages(ReadDomain readDomain, InstantSource clock) {
    return new DomainPages(readDomain, clock);
  }

  @Produces
  @Singleton
  static LogContext logContext() {
    return new RequestLog();
  }
}
