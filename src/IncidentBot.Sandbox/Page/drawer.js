// On narrow screens the left side is a drawer: opened by a button, closed by a choice, Escape, or a tap beside it.

const isOpen = () => document.body.classList.contains("show-sidebar");

export function toggleSidebar() {
  showSidebar(!isOpen());
}

export function showSidebar(open) {
  if (isOpen() === open) return;
  document.body.classList.toggle("show-sidebar", open);
  document.getElementById("menu-button").setAttribute("aria-expanded", String(open));
  if (open) document.querySelector("#sidebar button, #sidebar a")?.focus();
  else document.getElementById("menu-button").focus();
}

document.addEventListener("pointerdown", (press) => {
  if (isOpen() && !press.target.closest("#sidebar, #menu-button, .popover, dialog")) showSidebar(false);
});
document.addEventListener("keydown", (press) => {
  if (press.key === "Escape" && !document.querySelector(".popover:popover-open, dialog[open]")) showSidebar(false);
});
