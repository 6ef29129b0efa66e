// All of this is help: without it every page works. No form is sent twice, and the page of a sign-in asks by itself whether the app has answered.
'use strict';

(() => {
  // After a whole page was loaded, what went wrong or the heading has the focus, also where the browser's own autofocus came too early.
  const start = document.querySelector('[autofocus]');
  if (start && document.activeElement === document.body) start.focus();

  document.addEventListener('submit', (event) => {
    const form = event.target;
    // The host's own forms, and what its scripts send themselves, are not ours.
    if (!form.matches('.lv-form') || event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-busy', 'true');
    // Where no answer comes, it can be sent again.
    setTimeout(() => refresh(form), 10000);
  });

  // A page that comes back from the browser's memory is fresh again.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) document.querySelectorAll('.lv-form').forEach(refresh);
  });

  const refresh = (form) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-busy');
  };

  const waiting = document.querySelector('[data-poll] form');
  if (!waiting) return;

  const ask = async () => {
    // While the form itself is on its way, it asks.
    if (!waiting.dataset.sent) await poll();
    setTimeout(ask, 2000);
  };

  const poll = async () => {
    try {
      const answer = await fetch(waiting.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(waiting)),
        headers: { Accept: 'application/json' },
        credentials: 'same-origin',
      });
      if (answer.status === 200) {
        const { next } = await answer.json();
        waiting.dataset.sent = 'yes';
        location.replace(next);
      } else if (answer.status >= 400 && answer.status < 500 && answer.headers.get('Content-Type')?.startsWith('text/html')) {
        // It is over: the form's own answer says how. What is no page, such as a limit of the host's, is not it: it asks on.
        waiting.requestSubmit();
      }
    } catch {
      // The network is away for a moment.
    }
  };

  setTimeout(ask, 2000);
})();
