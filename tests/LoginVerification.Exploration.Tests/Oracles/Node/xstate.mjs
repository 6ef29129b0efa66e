// Walks a machine breadth-first with XState itself, and tells how many states, edges and starts there are, and how many edges have each label.
import { readFileSync } from 'node:fs';
import { assign, createActor, createMachine, getNextSnapshot } from 'xstate';

const json = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const machine = createMachine(json, new Function('assign', json.meta.implementations.join('\n'))(assign));

const labels = new Map();
(function read(node) {
  for (const [event, { description }] of Object.entries(node.on ?? {})) labels.set(event, description);
  for (const child of Object.values(node.states ?? {})) read(child);
})(json);

const keyOf = (snapshot) => JSON.stringify([snapshot.value, snapshot.context]);
const first = createActor(machine).getSnapshot();
const seen = new Set([keyOf(first)]);
const queue = [first];
const counts = {};
let starts = 0;
let edges = 0;
for (let i = 0; i < queue.length; i++) {
  const from = queue[i];
  queue[i] = undefined;
  for (const type of machine.events) {
    if (!from.can({ type })) continue;
    if (i === 0) {
      starts++;
    } else {
      edges++;
      counts[labels.get(type)] = (counts[labels.get(type)] ?? 0) + 1;
    }

    const to = getNextSnapshot(machine, from, { type });
    const key = keyOf(to);
    if (seen.has(key)) continue;
    seen.add(key);
    queue.push(to);
  }
}

console.log(JSON.stringify({ counts: { states: seen.size - 1, edges }, starts, labels: counts }));
