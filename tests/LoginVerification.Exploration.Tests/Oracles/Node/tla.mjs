// Reads a module in TLA+ by the tree-sitter grammar of the TLA+ community, and walks it as TLC would: an action is taken in order, and what
// has no value yet gets one. Tells how many states, edges and starts there are, which invariants fall, and whether FairSpec implies KeepsTrying.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';

const grammar = fileURLToPath(import.meta.resolve('@tlaplus/tree-sitter-tlaplus/tree-sitter-tlaplus.wasm'));
const text = readFileSync(process.argv[2], 'utf8');
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(grammar));
const root = parser.parse(text).rootNode;
if (root.hasError) throw new Error('The grammar does not take the module.');

const partsOf = (node) => node.namedChildren.filter((child) => child.type !== 'comment');
const only = (node) => partsOf(node).at(-1);
const variables = [];
const definitions = new Map();
for (const unit of partsOf(partsOf(root)[0])) {
  if (unit.type === 'variable_declaration') variables.push(...partsOf(unit).map((name) => name.text));
  if (unit.type !== 'operator_definition') continue;
  const name = partsOf(unit)[0].text;
  if (definitions.has(name) || variables.includes(name)) throw new Error(`${name} is defined twice`);
  definitions.set(name, { node: only(unit) });
}

const infix = {
  eq: (a, b) => a === b,
  neq: (a, b) => a !== b,
  leq: (a, b) => a <= b,
  lt: (a, b) => a < b,
  plus: (a, b) => a + b,
  minus: (a, b) => a - b,
  in: (a, b) => b.includes(a),
  dots_2: (a, b) => Array.from({ length: b - a + 1 }, (_, i) => a + i),
  iff: (a, b) => a === b,
};

// An expression is a function of a state and the next one, as far as it is known.
function compile(node) {
  const parts = partsOf(node);
  switch (node.type) {
    case 'boolean': return constant(node.text === 'TRUE');
    case 'nat_number': return constant(Number(node.text));
    case 'string': return constant(node.text.slice(1, -1));
    case 'boolean_set': return constant([false, true]);
    case 'parentheses': return compile(parts[0]);
    case 'finite_set_literal': { const all = parts.map(compile); return (s, n) => all.map((one) => one(s, n)); }
    case 'conj_list': { const all = parts.map((item) => compile(only(item))); return (s, n) => all.every((one) => one(s, n)); }
    case 'if_then_else': { const [test, yes, no] = parts.map(compile); return (s, n) => (test(s, n) ? yes(s, n) : no(s, n)); }
    case 'identifier_ref': {
      const name = node.text;
      if (!variables.includes(name)) return definition(name);
      return (s) => { if (!(name in s)) throw new Error(`${name} has no value yet`); return s[name]; };
    }
    case 'bound_postfix_op': { const of = compile(parts[0]); return (s, n) => of(n, undefined); }
    case 'bound_prefix_op': {
      if (parts[0].type === 'unchanged') { const kept = names(parts[1]); return (s, n) => kept.every((name) => take(n, name, s[name])); }
      if (parts[0].type === 'lnot') { const of = compile(parts[1]); return (s, n) => !of(s, n); }
      break;
    }
    case 'bound_infix_op': {
      const [left, sign, right] = parts;
      const b = compile(right);
      if (sign.type === 'eq' && left.type === 'bound_postfix_op') { const name = partsOf(left)[0].text; return (s, n) => take(n, name, b(s, n)); }
      const a = compile(left);
      if (sign.type === 'land') return (s, n) => a(s, n) && b(s, n);
      if (sign.type === 'lor') return (s, n) => a(s, n) || b(s, n);
      if (sign.type === 'implies') return (s, n) => !a(s, n) || b(s, n);
      const apply = infix[sign.type];
      if (apply) return (s, n) => apply(a(s, n), b(s, n));
    }
  }

  throw new Error(`${node.type} is unknown here: ${node.text.slice(0, 100)}`);
}

function constant(value) { return () => value; }

function definition(name) {
  const known = definitions.get(name);
  if (!known) throw new Error(`${name} is not defined`);
  return (known.compiled ??= compile(known.node));
}

function names(node) {
  return node.type === 'tuple_literal' ? partsOf(node).filter((part) => !part.type.endsWith('bracket')).flatMap(names)
    : variables.includes(node.text) ? [node.text]
    : names(definitions.get(node.text).node);
}

function take(next, name, value) {
  if (name in next) return next[name] === value;
  next[name] = value;
  return true;
}

// The members of a junction that is a list.
const members = (name) => partsOf(definitions.get(name).node).map(only);

function* starts(conjuncts, state) {
  if (conjuncts.length === 0) { yield state; return; }
  const [name, sign, value] = partsOf(conjuncts[0]);
  const chosen = compile(value)(state);
  for (const one of sign.type === 'in' ? chosen : [chosen]) yield* starts(conjuncts.slice(1), { ...state, [name.text]: one });
}

const misfortunes = members('Misfortune').map((node) => node.text);
const actions = [...misfortunes, ...members('Counted').map((node) => node.text)];
if (definitions.get('Next').node.text !== 'Misfortune \\/ Counted') throw new Error('Next is something else');
const steps = actions.map(definition);
const invariants = /INVARIANTS (.*)/.exec(text)[1].split(' ').map((name) => ({ name, holds: definition(name) }));
const keyOf = (state) => variables.map((name) => state[name]).join();
const ids = new Map();
const states = [];
const edges = [];
const violated = new Set();

function idOf(state) {
  const key = keyOf(state);
  if (!ids.has(key)) {
    ids.set(key, states.length);
    states.push(state);
    for (const { name, holds } of invariants) if (!holds(state)) violated.add(name);
  }

  return ids.get(key);
}

const initial = [...starts(members('Init'), {})];
initial.forEach(idOf);
for (let from = 0; from < states.length; from++) {
  steps.forEach((step, action) => {
    const next = {};
    if (!step(states[from], next)) return;
    const missing = variables.find((name) => !(name in next));
    if (missing) throw new Error(`${actions[action]} leaves ${missing} without a value`);
    edges.push([from, action, idOf(next)]);
  });
}

// A fair run ends in a set of states that no counted transition leaves, and goes everywhere in it. So all fair runs get there if and only if,
// from every state that is asked about, which a number is for ever, counted transitions lead there.
const fairness = definitions.get('Fairness').node.text.trim().split(/\n\s*/);
if (fairness.join() !== String.raw`/\ <>[][~Misfortune]_vars,/\ \A s, t \in States : SF_vars(vars = s /\ Counted /\ vars' = t)`) throw new Error('Fairness is something else');
const [asked, sign, reached] = partsOf(definitions.get('KeepsTrying').node);
if (sign.type !== 'leads_to') throw new Error('KeepsTrying is something else');
const [isAsked, isReached] = [asked, reached].map(compile);
const before = states.map(() => []);
for (const [from, action, to] of edges) if (action >= misfortunes.length) before[to].push(from);
const leading = new Set(states.flatMap((state, id) => (isReached(state) ? [id] : [])));
for (const id of leading) before[id].forEach((from) => leading.add(from));
const keepsTrying = states.every((state, id) => !isAsked(state) || leading.has(id));
console.log(JSON.stringify({ counts: { states: states.length, edges: edges.length }, starts: initial.length, violated: [...violated], keepsTrying }));
