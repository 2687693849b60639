package dev.latchkey.server.launch;

import dev.latchkey.adapter.persistence.vault.KeyRing;
import dev.latchkey.server.settings.Listeners;
import dev.latchkey.server.settings.Mode;
import dev.latchkey.server.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** What can be found out before anything is started. */
final class StartConditions {
  private StartConditions() {}

  static void check(Settings settings) {
    requireFree(settings.listeners().application(), "LATCHKEY_HTTP_PORT");
    requireFree(settings.listeners().management(), "LATCHKEY_MANAGEMENT_PORT");
    requireKeyRing(settings);
  }

  private static void requireFree(Listeners.Address address, String setting) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address.host().equals("*")
          ? new InetSocketAddress(address.port())
          : new InetSocketAddress(address.host(), address.port()));
    } catch (IOException e) {
      throw LaunchFailure.because(setting + ": can't listen on " + address.host() + ":" + address.port(), e);
    }
  }

  /** In a trial it is made here, before several beans could want it at once. */
  private static void requireKeyRing(Settings settings) {
    try {
      KeyRing unused = settings.mode() == Mode.TRIAL
          ? KeyRing.openOrCreate(settings.keyRing())
          : KeyRing.open(settings.keyRing());
    } catch (KeyRing.Unusable e) {
      throw LaunchFailure.because("LATCHKEY_KEYRING", e);
    }
  }
}
