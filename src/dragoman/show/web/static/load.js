// Libraries and data are fetched by the page that needs them, from this server alone.

export function asset(name) {
  return new URL(`./${name}`, import.meta.url).pathname;
}

function loadScript(name) {
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = asset(`vendor/${name}.js`);
    script.async = false; // in the order asked for: d3-force needs the others
    script.onload = done;
    script.onerror = () => fail(new Error(`${name} could not be loaded`));
    document.head.append(script);
  });
}

function loadStyle(name) {
  return new Promise((done) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = asset(`vendor/${name}.css`);
    link.onload = link.onerror = done;
    document.head.prepend(link); // before app.css, which has the last word
  });
}

export async function loadLibraries(scripts, styles = []) {
  await Promise.all([...scripts.map(loadScript), ...styles.map(loadStyle)]);
}

export async function loadJson(address) {
  const answer = await fetch(address, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

// What fails is said where the picture would stand; the table beside it has the same facts.
export async function mount(selector, draw) {
  for (const element of document.querySelectorAll(selector)) {
    try {
      element.setAttribute("aria-busy", "true");
      await draw(element);
      element.dataset.ready = "yes";
    } catch (error) {
      element.textContent = `This picture could not be drawn (${error.message}). The table has the same facts.`;
      element.classList.add("failed");
    } finally {
      element.removeAttribute("aria-busy");
    }
  }
}
