// WebCrypto, through the package that most JavaScript programs reach it by. Every call reads its
// key anew, as the product does.
import * as jose from "./jose/index.js";

// The clock of a page that is not isolated ticks ten times a millisecond, so several calls are
// timed together.
const TOGETHER = 20;

async function timed(runs, call) {
  await call();
  const took = [];
  for (let run = 0; run < runs; run++) {
    const from = performance.now();
    for (let i = 0; i < TOGETHER; i++) await call();
    took.push((performance.now() - from) / TOGETHER);
  }
  return took;
}

const bytes = (text) => new TextEncoder().encode(text);

globalThis.verify = (runs, alg, jwk, token) =>
  timed(runs, async () => jose.compactVerify(token, await jose.importJWK(jwk, alg)));

globalThis.sign = (runs, alg, jwk, payload) =>
  timed(runs, async () =>
    new jose.CompactSign(bytes(payload)).setProtectedHeader({ alg }).sign(await jose.importJWK(jwk, alg)),
  );

// Named as the product's controls name them: an algorithm, and a size where there are several.
globalThis.generate = async (alg, size) => {
  const hash = `SHA-${alg.slice(2)}`;
  const rsa = { name: "RSASSA-PKCS1-v1_5", modulusLength: size, publicExponent: new Uint8Array([1, 0, 1]), hash };
  const wanted = {
    HS: { name: "HMAC", hash },
    RS: rsa,
    ES: { name: "ECDSA", namedCurve: { 256: "P-256", 384: "P-384", 512: "P-521" }[alg.slice(2)] },
    Ed: { name: "Ed25519" },
    ML: { name: alg },
  }[alg.slice(0, 2)];
  const from = performance.now();
  const made = await crypto.subtle.generateKey(wanted, true, ["sign", "verify"]);
  await crypto.subtle.exportKey("jwk", made.privateKey ?? made);
  return performance.now() - from;
};
