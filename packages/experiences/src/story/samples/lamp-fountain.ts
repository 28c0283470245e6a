/** The beginning of the lamp as a screenplay in Fountain. CC0 1.0. */
export const LAMP_FOUNTAIN = `Title: The lamp
Credit: A short film
Author: Nobody in particular

INT. LIGHTHOUSE - EVENING

The lamp is lit, and the sea is quiet. MARA stirs a pot of soup.

MARA
What a lovely evening. I am so glad you came.

JUNE
(at the window)
It is beautiful up here. I had forgotten how beautiful.

MARA
Sit with me. I made the soup you love.

JUNE
Six years, Mara. Why did you never write to me?

MARA
I wrote every single week, and you sent them all back.

JUNE
That is a *lie*! I never got one letter. Not one!

CUT TO:

EXT. LIGHTHOUSE - NIGHT

The glass shakes, and the lamp goes out.

MARA (O.S.)
The boat is on the rocks side! They will all drown!

JUNE ^
I am scared. I can't see anything!

The flame catches. They hold each other, and are happy.
`;

/** The same as plain paragraphs. */
export const LAMP_TEXT = `# The lamp

The lamp is lit, and the sea is quiet.

Mara: What a lovely evening. I am so glad you came.

June: It is beautiful up here.
I had forgotten how beautiful.

June: Six years. Why did you never write to me?

Mara: I wrote every week, and you sent them all back.

June: That is a lie! I never got one letter!

***

The glass shakes, and the lamp goes out.

Mara: The boat is on the rocks side! They will all drown!

The flame catches. They hold each other, and are happy.
`;
