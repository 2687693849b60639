package dev.latchkey.adapter.web.access;

import dev.latchkey.adapter.web.answer.Refusal;
import dev.latchkey.adapter.web.answer.Refused;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Stands before an {@link EntryRoute}. */
final class AddressGate implements ContainerRequestFilter {
  private final AddressLimit limit;

  AddressGate(AddressLimit limit) {
    this.limit = limit;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    limit.tryFrom(SessionGate.visit(context).client()).ifPresent(wait -> {
      throw new Refused(Refusal.tooManyRequests("Too many tries from your network. Please wait a little.", wait));
    });
  }
}
