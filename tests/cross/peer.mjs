// Answers, one line of JSON per line of JSON, with JavaScript libraries that share no code with
// ours. The first argument is the directory of the packages.
//
// An answer is `{ok: …}`, or `{refused: code}` where a library says that a token does not hold, or
// `{unknown: message}` where it does not know an algorithm. Anything else is `{error: stack}`, and
// fails the test: a typing error here must not pass for a refusal.

import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { createPublicKey, verify as nodeVerify, webcrypto } from 'node:crypto'

// jose takes WebCrypto from where browsers have it; older versions of node keep it elsewhere.
globalThis.crypto ??= webcrypto

const modules = process.argv[2]
const require = createRequire(join(modules, 'package.json'))
const load = async (path) => import(pathToFileURL(join(modules, path)))
const libraries = {
  jose: await load('jose/dist/webapi/index.js'),
  'jose-4': await load('jose-4/dist/node/esm/index.js'),
}
const { ml_dsa44, ml_dsa65, ml_dsa87 } = await load('@noble/post-quantum/ml-dsa.js')
const mlDsa = { 'ML-DSA-44': ml_dsa44, 'ML-DSA-65': ml_dsa65, 'ML-DSA-87': ml_dsa87 }

const bytes = (text) => new Uint8Array(Buffer.from(text, 'base64url'))
const text = (value) => Buffer.from(value).toString('base64url')
const versionOf = (name) =>
  JSON.parse(require('node:fs').readFileSync(join(modules, name, 'package.json'))).version

const REFUSALS = [
  'ERR_JWS_INVALID',
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'ERR_JWE_INVALID',
  'ERR_JWE_DECRYPTION_FAILED',
  'ERR_JWE_DECOMPRESSION_FAILED',
]

// A runtime that lacks an algorithm says so with one of these when it reads a key.
const LACKING = ['NotSupportedError', 'DataError']

const importKey = async (library, jwk, alg) => {
  if (jwk.kty === 'oct') return bytes(jwk.k)
  try {
    return await library.importJWK(jwk, alg)
  } catch (error) {
    if (LACKING.includes(error.name)) throw new Lacking(error.message)
    throw error
  }
}

class Lacking extends Error {
  code = 'ERR_JOSE_NOT_SUPPORTED'
}

const decryption = { maxPBES2Count: 1_000_000 }

const operations = {
  versions: async () => ({
    node: process.versions.node,
    openssl: process.versions.openssl,
    jose: versionOf('jose'),
    'jose-4': versionOf('jose-4'),
    noble: versionOf('@noble/post-quantum'),
  }),

  sign: async ({ library, form, payload, signatures }) => {
    const { CompactSign, FlattenedSign, GeneralSign } = library
    const [{ header, unprotected, jwk, alg }] = signatures
    if (form === 'compact') {
      const key = await importKey(library, jwk, alg)
      return new CompactSign(bytes(payload)).setProtectedHeader(header).sign(key)
    }
    if (form === 'flattened') {
      const one = new FlattenedSign(bytes(payload)).setProtectedHeader(header)
      if (unprotected) one.setUnprotectedHeader(unprotected)
      return JSON.stringify(await one.sign(await importKey(library, jwk, alg)))
    }
    const all = new GeneralSign(bytes(payload))
    for (const { header, unprotected, jwk, alg } of signatures) {
      const one = all.addSignature(await importKey(library, jwk, alg)).setProtectedHeader(header)
      if (unprotected) one.setUnprotectedHeader(unprotected)
    }
    return JSON.stringify(await all.sign())
  },

  // `content` is what a detached signature is detached from.
  verify: async ({ library, form, token, content, jwk, alg }) => {
    const key = await importKey(library, jwk, alg)
    if (form === 'compact' && content === undefined) {
      return text((await library.compactVerify(token, key)).payload)
    }
    let json
    if (form === 'compact') {
      const [header, , signature] = token.split('.')
      json = { protected: header, signature }
    } else {
      json = JSON.parse(token)
    }
    if (content !== undefined) {
      // With `b64: false` the content itself is signed, otherwise its base64url.
      const header = JSON.parse(Buffer.from(json.protected, 'base64url'))
      json.payload = header.b64 === false ? bytes(content) : content
    }
    const read = form === 'general' ? library.generalVerify : library.flattenedVerify
    return text((await read(json, key)).payload)
  },

  encrypt: async ({ library, form, plaintext, header, shared, aad, apu, apv, p2c, recipients }) => {
    const { CompactEncrypt, FlattenedEncrypt, GeneralEncrypt } = library
    const management = {}
    if (apu !== undefined) management.apu = bytes(apu)
    if (apv !== undefined) management.apv = bytes(apv)
    if (p2c !== undefined) management.p2c = p2c
    const [{ jwk, alg, unprotected }] = recipients
    if (form === 'compact') {
      const token = new CompactEncrypt(bytes(plaintext)).setProtectedHeader(header)
      token.setKeyManagementParameters(management)
      return token.encrypt(await importKey(library, jwk, alg))
    }
    if (form === 'flattened') {
      const token = new FlattenedEncrypt(bytes(plaintext)).setProtectedHeader(header)
      token.setKeyManagementParameters(management)
      if (shared) token.setSharedUnprotectedHeader(shared)
      if (unprotected) token.setUnprotectedHeader(unprotected)
      if (aad !== undefined) token.setAdditionalAuthenticatedData(bytes(aad))
      return JSON.stringify(await token.encrypt(await importKey(library, jwk, alg)))
    }
    const token = new GeneralEncrypt(bytes(plaintext)).setProtectedHeader(header)
    if (shared) token.setSharedUnprotectedHeader(shared)
    if (aad !== undefined) token.setAdditionalAuthenticatedData(bytes(aad))
    for (const { jwk, alg, unprotected } of recipients) {
      token.addRecipient(await importKey(library, jwk, alg)).setUnprotectedHeader(unprotected)
    }
    return JSON.stringify(await token.encrypt())
  },

  decrypt: async ({ library, form, token, jwk, alg }) => {
    const key = await importKey(library, jwk, alg)
    const options = { ...decryption, keyManagementAlgorithms: [alg] }
    if (form === 'compact') {
      return text((await library.compactDecrypt(token, key, options)).plaintext)
    }
    const read = form === 'general' ? library.generalDecrypt : library.flattenedDecrypt
    return text((await read(JSON.parse(token), key, options)).plaintext)
  },

  // A key pair of the library's own making, in the forms in which it exports.
  generate: async ({ library, alg, crv, modulusLength }) => {
    const options = { crv, modulusLength, extractable: true }
    const { privateKey, publicKey } = await library.generateKeyPair(alg, options)
    return {
      jwk: await library.exportJWK(privateKey),
      publicJwk: await library.exportJWK(publicKey),
      pkcs8: await library.exportPKCS8(privateKey),
      spki: await library.exportSPKI(publicKey),
    }
  },

  // PEM to JWK and JWK to PEM.
  'read-pem': async ({ library, pem, alg }) => {
    const options = { extractable: true }
    if (pem.includes('CERTIFICATE')) {
      return library.exportJWK(await library.importX509(pem, alg, options))
    }
    const read = pem.includes('PRIVATE') ? library.importPKCS8 : library.importSPKI
    return library.exportJWK(await read(pem, alg, options))
  },
  'write-pem': async ({ library, jwk, alg }) => {
    const key = await library.importJWK({ ...jwk, ext: true }, alg, { extractable: true })
    return jwk.d === undefined ? library.exportSPKI(key) : library.exportPKCS8(key)
  },

  thumbprint: async ({ library, jwk }) => ({
    sha256: await library.calculateJwkThumbprint(jwk),
    uri: await library.calculateJwkThumbprintUri(jwk),
  }),

  // Neither version of the library knows the name, but the OpenSSL inside node does the work.
  'ed448-verify': async ({ public: key, input, signature }) => {
    const publicKey = createPublicKey({ key, format: 'jwk' })
    const holds = nodeVerify(null, bytes(input), publicKey, bytes(signature))
    if (!holds) throw Object.assign(new Error('does not hold'), { code: REFUSALS[1] })
    return true
  },

  'ml-dsa-public': async ({ alg, seed }) => text(mlDsa[alg].keygen(bytes(seed)).publicKey),
  'ml-dsa-sign': async ({ alg, seed, input, context }) => {
    const { secretKey } = mlDsa[alg].keygen(bytes(seed))
    const options = context === undefined ? {} : { context: bytes(context) }
    return text(mlDsa[alg].sign(bytes(input), secretKey, options))
  },
  'ml-dsa-verify': async ({ alg, public: key, input, signature }) => {
    const holds = mlDsa[alg].verify(bytes(signature), bytes(input), bytes(key))
    if (!holds) throw Object.assign(new Error('does not hold'), { code: REFUSALS[1] })
    return true
  },
}

const answer = async (line) => {
  try {
    const { op, library, ...rest } = JSON.parse(line)
    return { ok: await operations[op]({ library: libraries[library], ...rest }) }
  } catch (error) {
    if (REFUSALS.includes(error.code)) return { refused: error.code }
    if (error.code === 'ERR_JOSE_NOT_SUPPORTED') return { unknown: error.message }
    return { error: String(error.stack ?? error) }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await answer(line)) + '\n')
}
