/** The small folder that the tour brings in: written for this project, invented like the sample archive. */
export const TOUR_DOCUMENTS = {
  'reading-room-notes.md': `---
title: Notes from the reading room
date: 2017-03-14
author: A visitor
---

# Notes from the reading room

Invented for the Fonds tour. The finding aid lists two releases of the call of 6 September 2000; the later one gives back a paragraph about the winter house.

- Ask for the duty log of the same evening.
- Compare the two releases word for word.
`,
  'press/evening-post.html': `<!doctype html>
<html lang="en">
  <head>
    <title>Envoy denies September call</title>
    <meta name="author" content="Staff writer">
    <meta property="article:published_time" content="2000-09-21">
  </head>
  <body>
    <nav>Home | World | Sport</nav>
    <article>
      <h1>Envoy denies September call</h1>
      <p>Invented for the Fonds tour. The envoy said on Thursday that no call was made on 6 September, and that nobody had been asked to receive anybody.</p>
      <p>A second official, who asked not to be named, said that the call had lasted eleven minutes and that a memorandum of it exists.</p>
      <p>The ministry would not say whether the memorandum will be declassified before the usual term.</p>
    </article>
    <footer>Subscribe to our newsletter</footer>
  </body>
</html>
`,
  'duty-log.txt': `DUTY LOG, NIGHT OF 6 SEPTEMBER 2000
Invented for the Fonds tour.

2140  Call placed through the secure exchange. Interpreter present.
2151  Call ended. Eleven minutes. Memorandum to follow in the morning.
`,
};
