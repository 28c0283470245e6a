/** The beginning of the lamp in Yarn. CC0 1.0. */
export const LAMP_YARN = `title: Start
tags: tower
---
<<declare $asked = false>>
The lamp is lit, and the sea is quiet.
Mara: What a lovely evening. I am so glad you came.
June: It is beautiful up here. #line:june1
-> Ask why she never wrote
    June: Six years. Why did you never write to me?
    Mara: I wrote every week, and you sent them all back.
    <<set $asked to true>>
-> Talk about the boat
    June: Who is on it tonight?
    Mara: Tom and the boy.
<<if $asked>>
    June: I am sorry. I was angry with the wrong person.
<<else>>
    Mara: They bring the oil on Fridays.
<<endif>>
<<jump Storm>>
===
title: Storm
---
The lamp goes out. // and so does the fire
Mara: The boat is on the rocks side! They will all drown!
June: I am so scared, Mara.
===
`;
