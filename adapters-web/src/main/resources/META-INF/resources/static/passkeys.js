// Passkeys, for browsers that have them. What needs this file stays hidden until it is known to work.

/** What the server said no to. */
class Refused extends Error {
  constructor(envelope) {
    super(envelope.message);
    this.envelope = envelope;
  }
}

const post = async (path, body) => {
  const answer = await fetch(path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const envelope = await answer.json();
  if (!envelope.success) {
    throw new Refused(envelope);
  }
  return envelope.data;
};

const to = (path, returnTo) =>
  location.assign(
    returnTo ? `${path}${path.includes("?") ? "&" : "?"}returnTo=${encodeURIComponent(returnTo)}` : path);

const sign = async () => {
  const options = await post("/api/auth/passkeys/authentication-options");
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return (await navigator.credentials.get({ publicKey })).toJSON();
};

const ceremonies = {
  async register(place) {
    const name = place.elements.name.value;
    const options = await post("/api/auth/passkeys/registration-options");
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
    const credential = await navigator.credentials.create({ publicKey });
    await post("/api/auth/passkeys", { ...credential.toJSON(), name });
    location.assign("/account/passkeys?notice=passkeyAdded");
  },
  async authenticate(place) {
    const { session } = await post("/api/auth/passkeys/authenticate", await sign());
    // The page of the second factor leads on when there is nothing to show.
    to(session.mfa === "enrol" ? "/setup-mfa" : "/sign-in/mfa", place.dataset.returnTo);
  },
  async reauthenticate(place) {
    await post("/api/auth/reauthenticate", { passkey: await sign() });
    location.assign(place.dataset.returnTo || "/");
  },
};

/** Leads to where the missing step is done, or tells what went wrong. */
const explain = (error, place) => {
  const { code, data, errors } = error.envelope ?? {};
  if (data?.redirect?.startsWith("/reauthenticate")) {
    return to(data.redirect, location.pathname);
  }
  if (code === "UNAUTHENTICATED") {
    return to("/sign-in", location.pathname);
  }
  if (data?.redirect) {
    return location.assign(data.redirect);
  }
  const texts = place.dataset;
  const tellOf = () => {
    if (error instanceof DOMException) {
      return texts.cancelled;
    }
    // Without an answer, or when it says that it isn't the moment.
    if (!error.envelope || error.envelope.status >= 429) {
      return texts.failed;
    }
    return errors?.some((wrong) => wrong.field === "name") ? texts.wrong : texts.refused;
  };
  place.querySelector("[role=alert]").textContent = tellOf();
};

const possible = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON);

for (const place of document.querySelectorAll("[data-passkey]")) {
  const button = place.querySelector("button");
  const start = async (event) => {
    event.preventDefault();
    if (button.ariaBusy === "true") {
      return;
    }
    button.ariaBusy = "true";
    place.querySelector("[role=alert]").textContent = "";
    try {
      await ceremonies[place.dataset.passkey](place);
    } catch (error) {
      explain(error, place);
    }
    button.ariaBusy = null;
  };
  place.addEventListener(place instanceof HTMLFormElement ? "submit" : "click", (event) => {
    if (event.type === "submit" || button.contains(event.target)) {
      start(event);
    }
  });
  place.hidden = !possible;
  button.hidden = !possible;
}

for (const notice of document.querySelectorAll("[data-passkey-impossible]")) {
  notice.hidden = possible;
}
