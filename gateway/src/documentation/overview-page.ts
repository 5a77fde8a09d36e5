import { purposesOfUse } from '../authentication/index.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';
import type { Subject } from './subject.ts';

const firstQuestion = `query FirstQuestion($id: ID!) {
  resident(id: $id) {
    name { given surname }
    benefits { snap { cases(first: 1) { edges { node { status } } } } }
  }
}`;

const curl = `curl https://<this gateway>/graphql \\
  --header 'content-type: application/json' \\
  --header 'authorization: Bearer <token>' \\
  --header 'purpose-of-use: HOUSING_PLACEMENT' \\
  --data '{"query":"{ myCaseload(first: 1) { edges { node { resident { id name { given surname } } } } } }"}'`;

const typescript = `const response = await fetch(url, {
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    authorization: \`Bearer \${token}\`,
    'purpose-of-use': 'HOUSING_PLACEMENT',
  },
  body: JSON.stringify({ query, variables: { id } }),
});
const { data, errors = [] } = await response.json();
for (const { path, extensions } of errors)
  if (extensions.code === 'FIELD_WITHHELD')
    console.log(path.join('.'), extensions.reason, extensions.authority, extensions.remedy);`;

/** What a reader needs for a first question, and the ways to everything else. */
export function overviewPage({ agencies, catalogue }: Subject, hasExplorer: boolean): Html {
  return html`<p>
      One endpoint, <code>POST /graphql</code>, over the databases of ${agencies.length} agencies. What is
      written here comes from the schema and the policy that are in force now.
    </p>
    <h2>In one minute</h2>
    <ol>
      <li>Have a token of your identity provider, or be signed in by the browser.</li>
      <li>
        Say why you ask: the header <code>purpose-of-use</code> holds a code such as
        <code>HOUSING_PLACEMENT</code>.
      </li>
      <li>Ask:</li>
    </ol>
    ${sample('A first question in a terminal', curl)}
    ${hasExplorer ? html`<p>Or try it in the <a href="/explorer">explorer</a>, which has an example for everybody.</p>` : null}
    <h2>Purposes of use</h2>
    <dl class="facts">
      ${Object.entries(purposesOfUse).map(
        ([code, meaning]) =>
          html`<dt><code>${code}</code></dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
    <h2>Three kinds of nothing</h2>
    <dl class="facts">
      <dt>null without an error</dt>
      <dd>The agency has no value.</dd>
      <dt><code>FIELD_WITHHELD</code></dt>
      <dd>
        It is withheld: <code>reason</code>, <code>authority</code> and <code>remedy</code> say why and what
        to do.
      </dd>
      <dt><code>SUBGRAPH_UNAVAILABLE</code></dt>
      <dd>The agency did not answer; the rest of the answer stands.</dd>
    </dl>
    <p>All codes are in <a href="/docs/errors">the catalogue of errors</a>.</p>
    <h2>From TypeScript</h2>
    ${sample('An operation', firstQuestion)} ${sample('Asking it, and reading what is withheld', typescript)}
    <p>
      With types generated from the schema by GraphQL Code Generator the answer is checked by the compiler;
      the folder <code>scripts/client-example</code> of the source has such a client whole.
    </p>
    <h2>Agencies</h2>
    <ul class="cards">
      ${agencies.map((agency) => {
        const own = catalogue.filter((category) => category.agency === agency);
        return html`<li class="card">
          <h3><a href="/docs/agencies/${agency}">${agency}</a></h3>
          <p>${own.length} data ${own.length === 1 ? 'category' : 'categories'}</p>
        </li>`;
      })}
    </ul>
    <h2>To download</h2>
    <ul>
      <li>
        <a href="/docs/schema.graphql">schema.graphql</a>: what clients can ask, for code generators and
        editors
      </li>
      <li>
        <a href="/docs/supergraph.graphql">supergraph.graphql</a>: the same with the agencies and labels, for
        those who review policies
      </li>
    </ul>`;
}

function sample(name: string, text: string): Html {
  return html`<pre tabindex="0" role="region" aria-label="${name}"><code>${text}</code></pre>`;
}
