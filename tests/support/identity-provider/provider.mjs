// A real OpenID Connect provider, as a province might run one: a process of its own on this machine. Whoever comes is
// signed in as the person that was said before (`POST /who/{name}`); everything else is the provider's own.
import { createServer } from 'node:http'
import process from 'node:process'
import { Provider } from 'oidc-provider'

const [clientId, clientSecret, redirectUri] = process.argv.slice(2)
let who = 'nobody'

const server = createServer()
await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
const issuer = `http://127.0.0.1:${server.address().port}`

const claimsOf = (sub) => ({
  sub,
  preferred_username: sub.toUpperCase(),
  email: `${sub}@example.vn`,
  email_verified: !sub.startsWith('unverified'),
})

const provider = new Provider(issuer, {
  clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
  cookies: { keys: ['only-for-tests'] },
  pkce: { required: () => true },
  acrValues: ['password', 'two-steps'],
  conformIdTokenClaims: false,
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
  findAccount: (_context, sub) => ({ accountId: sub, claims: () => claimsOf(sub) }),
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId })
    grant.addOIDCScope('openid profile email')
    await grant.save()
    return grant
  },
})

const answer = provider.callback()
server.on('request', (request, response) => {
  const [, what, name] = (request.url ?? '').split('/')
  if (request.method === 'POST' && what === 'who') {
    who = decodeURIComponent(name ?? '')
    return response.end()
  }
  if (what === 'interaction') {
    const result =
      who === 'refuses'
        ? { error: 'access_denied' }
        : { login: { accountId: who, acr: who.startsWith('strong') ? 'two-steps' : 'password' } }
    return void provider.interactionFinished(request, response, result)
  }
  return void answer(request, response)
})
process.stdout.write(`${issuer}\n`)
