// Walks a statechart breadth-first with SCION, an interpreter of SCXML, and tells how many states, edges and starts there are, and how many
// edges have each label.
const { readFileSync } = require('node:fs');
const scxml = require('@scion-scxml/scxml');

const file = process.argv[2];
const text = readFileSync(file, 'utf8');

const labels = new Map();
for (const [, attributes] of text.matchAll(/<transition ([^>]*)>/g))
  labels.set(/event="([^"]*)"/.exec(attributes)[1], plain(/lv:label="([^"]*)"/.exec(attributes)[1]));

scxml.documentStringToModel(file, text, (unread, model) => {
  if (unread) throw unread;
  model.prepare((unprepared, factory) => {
    if (unprepared) throw unprepared;
    console.log(JSON.stringify(walk(new scxml.core.Statechart(factory, { console: { log() {} } }))));
  });
}, {});

function walk(chart) {
  let taken = 0;
  chart.on('onTransition', () => taken++);
  chart.on('onError', (error) => { throw new Error(JSON.stringify(error)); });
  chart.start();
  const states = chart._model.$idToStateMap;
  const keyOf = ([configuration, , , data]) => JSON.stringify([configuration, data]);
  const first = chart.getSnapshot();
  const seen = new Set([keyOf(first)]);
  const queue = [first];
  const counts = {};
  let starts = 0;
  let edges = 0;
  for (let i = 0; i < queue.length; i++) {
    const [configuration, , , data] = queue[i];
    queue[i] = undefined;
    for (const event of new Set(eventsOf(states.get(configuration[0])))) {
      // As a new interpreter with a snapshot does, which takes a hundred times as long.
      chart._configuration = new chart.opts.Set(configuration.map((id) => states.get(id)));
      chart._model.$deserializeDatamodel(data);
      taken = 0;
      chart.gen(event);
      if (taken === 0) continue;
      if (taken > 1) throw new Error(`${event} takes ${taken} transitions`);
      if (i === 0) {
        starts++;
      } else {
        edges++;
        counts[labels.get(event)] = (counts[labels.get(event)] ?? 0) + 1;
      }

      const to = chart.getSnapshot();
      const key = keyOf(to);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(to);
    }
  }

  return { counts: { states: seen.size - 1, edges }, starts, labels: counts };
}

function eventsOf(state) {
  return state ? [...(state.transitions ?? []).flatMap((transition) => transition.events ?? []), ...eventsOf(state.parent)] : [];
}

function plain(attribute) {
  return attribute.replace(/&#x([0-9A-F]+);/g, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
