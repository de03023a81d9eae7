// Passkeys and security keys, on the pages that offer one. allauth's pages say in a block of
// JSON which form it is and the ids in it; this file does what its three scripts do, in one.
(() => {
  "use strict";
  const element = (id) => document.getElementById(id);
  const known = (id) => JSON.parse(element(id).textContent);

  const decoded = (text) => Uint8Array.from(
    atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const encoded = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const withBytes = (list) => list?.map((key) => ({ ...key, id: decoded(key.id) }));

  // The server's options as the browser wants them: bytes where the JSON has base64url.
  const optionsOf = ({ publicKey }) => ({
    publicKey: {
      ...publicKey,
      challenge: decoded(publicKey.challenge),
      ...(publicKey.user && { user: { ...publicKey.user, id: decoded(publicKey.user.id) } }),
      ...(publicKey.allowCredentials && { allowCredentials: withBytes(publicKey.allowCredentials) }),
      ...(publicKey.excludeCredentials && { excludeCredentials: withBytes(publicKey.excludeCredentials) }),
    },
  });

  const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const answerOf = (credential) => {
    const response = {};
    for (const part of PARTS) if (credential.response[part]) response[part] = encoded(credential.response[part]);
    if (credential.response.getTransports) response.transports = credential.response.getTransports();
    return JSON.stringify({
      id: credential.id,
      rawId: encoded(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response,
    });
  };

  const made = async (ids) => {
    const options = known(ids.data).creation_options;
    const wish = ids.passwordless && element(ids.passwordless);
    if (wish) {
      const selection = options.publicKey.authenticatorSelection;
      selection.residentKey = wish.checked ? "required" : "discouraged";
      selection.requireResidentKey = wish.checked;
      if (wish.checked) selection.userVerification = "required";
    }
    return navigator.credentials.create(optionsOf(options));
  };
  const shown = async (ids) => navigator.credentials.get(optionsOf(known(ids.data).request_options));
  const signedIn = async (ids) => {
    const answer = await fetch(element(ids.login).form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return navigator.credentials.get(optionsOf((await answer.json()).request_options));
  };

  const watch = (button, ids, ceremony) => button.addEventListener("click", async (event) => {
    event.preventDefault();
    const refused = document.querySelector("[data-passkey-refused]");
    refused.hidden = true;
    try {
      const field = element(ids.credential);
      field.value = answerOf(await ceremony(ids));
      field.form.submit();
    } catch {
      // Cancelled, no such key, or an address without a name: the browser has said which.
      refused.hidden = false;
    }
  });

  const CEREMONIES = {
    addForm: ["add", made],
    signupForm: ["signup", made],
    authenticateForm: ["authenticate", shown],
    loginForm: ["login", signedIn],
  };
  document.querySelectorAll("script[data-allauth-onload]").forEach((block) => {
    const [button, ceremony] = CEREMONIES[block.dataset.allauthOnload.split(".").at(-1)] ?? [];
    const { ids } = JSON.parse(block.textContent);
    if (button) watch(element(ids[button]), ids, ceremony);
  });
})();
