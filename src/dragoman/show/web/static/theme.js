// Plain script in <head>: the chosen theme stands before the first paint, so that a dark page never flashes white.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is forbidden: the system's theme it is.
}
document.documentElement.classList.add("scripted");
