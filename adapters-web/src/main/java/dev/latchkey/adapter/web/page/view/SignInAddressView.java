package dev.latchkey.adapter.web.page.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * First step of {@code /sign-in}: only the address. Posts {@code email}, {@code step=address} and {@code returnTo} to
 * itself.
 *
 * @param signUpOpen whether to offer signing up
 * @param classic whether the address is asked for a password here, wherever its domain would lead
 * @param returnTo where to go afterwards, an own path already checked; null for home
 * @param problem what stands in the way and belongs to no field; null if nothing
 */
public record SignInAddressView(Field email, boolean signUpOpen, boolean classic,
    @Nullable String returnTo, @Nullable String problem) implements View, FormView {

  @Override
  public String template() {
    return "signin/address.jte";
  }

  /** The same page, the other way round. */
  public String otherWay() {
    String page = classic ? "/sign-in" : "/sign-in?classic=true";
    return returnTo == null
        ? page
        : page + (classic ? "?" : "&") + "returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8);
  }

  @Override
  public List<Map.Entry<String, Field>> fields() {
    return List.of(Map.entry("email", email));
  }
}
