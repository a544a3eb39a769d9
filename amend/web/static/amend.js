/* Makes the pages nicer; nothing depends on it. */
"use strict";

(() => {
  const items = () => [...document.querySelectorAll(".wijziging")];
  const schrijft = (doel) => doel.matches("input, textarea, select, [contenteditable]");

  // n and p: the next and the previous change
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || schrijft(e.target) || !["n", "p"].includes(e.key)) return;
    const lijst = items();
    if (!lijst.length) return;
    const nu = lijst.findIndex((li) => li === document.activeElement || li.contains(document.activeElement));
    const volgende = e.key === "n" ? Math.min(nu + 1, lijst.length - 1) : Math.max(nu - 1, 0);
    lijst[volgende].focus({ preventScroll: true });
    lijst[volgende].scrollIntoView({ block: "center", behavior: "instant" });
    e.preventDefault();
  });

  // an anchor takes the keyboard along
  document.addEventListener("click", (e) => {
    const link = e.target.closest('a[href^="#"]');
    const doel = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (doel) setTimeout(() => doel.closest(".wijziging, .instructie, [tabindex]")?.focus({ preventScroll: true }), 0);
  });

  // selecting a passage shows its pedigree beside the text
  const tekst = document.querySelector(".regelingtekst");
  const link = (el) => el.closest("section")?.querySelector(":scope > .naar-herkomst a");
  if (tekst && tekst.querySelector(".naar-herkomst")) {
    const paneel = document.createElement("aside");
    paneel.className = "paneel";
    paneel.setAttribute("aria-label", "Herkomst");
    paneel.setAttribute("aria-live", "polite");
    paneel.hidden = true;
    document.querySelector("main").append(paneel);
    const toon = async (alinea) => {
      const a = link(alinea);
      if (!a) return;
      const antwoord = await fetch(a.href);
      if (!antwoord.ok) return;
      const blad = new DOMParser().parseFromString(await antwoord.text(), "text/html");
      const woorden = alinea.textContent.trim();
      const bij = [...blad.querySelectorAll(".alineas > li")].find((li) => {
        const eigen = (li.querySelector("summary") || li).cloneNode(true);
        eigen.querySelectorAll(".nr, .zacht").forEach((el) => el.remove());
        return eigen.textContent.trim() === woorden;
      });
      paneel.replaceChildren();
      const dicht = document.createElement("button");
      dicht.type = "button";
      dicht.className = "licht";
      dicht.textContent = "Sluit";
      dicht.addEventListener("click", () => { paneel.hidden = true; });
      const kop = document.createElement("h2");
      kop.textContent = blad.querySelector("h1").textContent;
      const heel = document.createElement("p");
      const naar = document.createElement("a");
      naar.href = a.href;
      naar.textContent = "Alles over de herkomst van dit deel";
      heel.append(naar);
      paneel.append(dicht, kop);
      if (bij) {
        bij.querySelectorAll("details").forEach((el) => { el.open = true; });
        paneel.append(document.importNode(bij, true));
      }
      paneel.append(heel);
      paneel.hidden = false;
    };
    tekst.addEventListener("click", (e) => {
      if (e.target.closest("a, button, summary")) return;
      const alinea = e.target.closest("p");
      if (alinea) toon(alinea);
    });
    document.addEventListener("keydown", (e) => { if (e.key === "Escape") paneel.hidden = true; });
  }
})();
