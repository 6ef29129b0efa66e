// Copies a code; without scripts the button is not there.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => navigator.clipboard?.writeText(button.dataset.copy));
}
