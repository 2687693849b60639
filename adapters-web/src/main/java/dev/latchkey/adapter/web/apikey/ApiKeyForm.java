package dev.latchkey.adapter.web.apikey;

import dev.latchkey.adapter.web.answer.FieldError;
import dev.latchkey.adapter.web.answer.Fields;
import dev.latchkey.adapter.web.form.SubmittedForm;
import dev.latchkey.adapter.web.page.FormFields;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.CreateApiKeyView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.application.apikey.CreateApiKey;
import dev.latchkey.application.apikey.OfferApiKey;
import dev.latchkey.domain.InvalidValue;
import dev.latchkey.domain.apikey.AllowedAddresses;
import dev.latchkey.domain.apikey.ApiKey;
import dev.latchkey.domain.apikey.ApiKeyName;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.policy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The form by which people make a key: what they chose so far, and what is wrong with it. */
final class ApiKeyForm {
  private final SubmittedForm form;
  private final List<FieldError> errors = new ArrayList<>();

  private ApiKeyForm(SubmittedForm form) {
    this.form = form;
  }

  static ApiKeyForm of(SubmittedForm form) {
    return new ApiKeyForm(form);
  }

  static ApiKeyForm empty() {
    return new ApiKeyForm(SubmittedForm.parse(new byte[0]));
  }

  /** The same with something wrong that showed later. */
  ApiKeyForm but(FieldError error) {
    errors.add(error);
    return this;
  }

  /** @return what is wanted; absent if something is wrong, which has been noted then */
  Optional<CreateApiKey.Command> toCommand(Visit visit, OrganizationId organization, Instant now) {
    Fields fields = new Fields();
    Optional<ApiKeyName> name = fields.required("keyName", form.filled("keyName"), ApiKeyName::new);
    Optional<Set<Scope>> scopes =
        fields.all("scopes", List.of(), ignored -> ApiKey.requireScopes(chosen().toList()));
    Optional<Duration> life = fields.required("expiresAt", form.filled("expiresAt"), ApiKeyForm::life);
    Optional<AllowedAddresses> addresses = fields.all("allowedIps", List.copyOf(addresses()), AllowedAddresses::parse);
    errors.addAll(fields.errors());
    return errors.isEmpty()
        ? Optional.of(new CreateApiKey.Command(visit.actor(), organization, name.orElseThrow(), scopes.orElseThrow(),
            life.map(now::plus), addresses.orElseThrow(), visit.origin()))
        : Optional.empty();
  }

  CreateApiKeyView view(Visit visit, OfferApiKey.Outcome.Offered offered, Messages messages) {
    FormFields fields = new FormFields(form, errors, messages);
    Set<Scope> chosen = Set.copyOf(chosen().toList());
    return new CreateApiKeyView(Pages.viewer(visit), OrganizationFrame.of(offered.place()), fields.field("keyName"),
        offered.scopes().stream().map(scope -> new CreateApiKeyView.Choice(scope, chosen.contains(scope))).toList(),
        fields.field("scopes").error(), days(), fields.field("allowedIps"), null);
  }

  private Stream<Scope> chosen() {
    return Arrays.stream(Scope.values()).filter(scope -> form.filled("scope." + scope.name()) != null);
  }

  private int days() {
    String typed = form.typed("expiresAt");
    return CreateApiKeyView.DAYS.stream().filter(days -> String.valueOf(days).equals(typed)).findFirst()
        .orElse(Math.toIntExact(ApiKey.USUAL_LIFE.toDays()));
  }

  private List<String> addresses() {
    return Arrays.stream(form.typed("allowedIps").split("[,\\s]+")).filter(text -> !text.isBlank()).toList();
  }

  private static Duration life(String days) {
    return CreateApiKeyView.DAYS.stream().filter(offered -> String.valueOf(offered).equals(days)).findFirst()
        .map(Duration::ofDays)
        .orElseThrow(() -> new InvalidValue("expiresAt", "MALFORMED", "Please choose one of the times offered."));
  }
}
