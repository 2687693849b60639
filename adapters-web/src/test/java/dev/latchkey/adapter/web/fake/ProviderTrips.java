package dev.latchkey.adapter.web.fake;

/**
 * Browsers that go to a provider and come back.
 *
 * @param login the route that leads there
 * @param callback the one back
 */
public record ProviderTrips(World world, String login, String callback) {
  /** There and back in a new browser. */
  public FakeResponse signIn(String returnTo) {
    return world.send(back(begin("?returnTo=" + returnTo)));
  }

  /** @return the header with the browser's cookie */
  public String begin(String query) {
    return begin(FakeRequest.get(login + query));
  }

  /** The same by a request with headers of its own. */
  public String begin(FakeRequest request) {
    return "__Host-latchkey-browser=" + world.send(request).cookie("__Host-latchkey-browser");
  }

  /** @param cookies of the browser */
  public FakeRequest back(String cookies) {
    return FakeRequest.get(callback + "?code=c&state=" + world.provider.lastWish().state()).header("Cookie", cookies);
  }
}
