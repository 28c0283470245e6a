/** The beginning of the lamp in Twee 3. CC0 1.0. */
export const LAMP_TWEE = `:: StoryTitle
The lamp

:: StoryData
{"ifid": "6F8A1C52-4B0E-4E0C-9C5D-2F1A7B3E9D10", "format": "Harlowe", "start": "Evening"}

:: Evening [tower] {"position":"100,100"}
The lamp is lit, and the sea is quiet.
Mara: What a lovely evening. I am so glad you came.
June: It is beautiful up here.
[[Ask why she never wrote->Letters]]
[[Talk about the boat|Supper]]

:: Letters
June: Six years. Why did you never write to me?
Mara: I wrote every week, and you sent them all back.
June: That is a lie! I never got one letter!
[[Look at the sea->Storm]]

:: Supper
They eat the soup. The spoons are blue.
[[Storm]]

:: Storm
The lamp goes out.
Mara: The boat is on the rocks side! They will all drown!
June: I am so scared, Mara.
`;

/** The same as Twine 2 archives it. */
export const LAMP_TWINE = `<tw-storydata name="The lamp" startnode="1" creator="Twine" format="Harlowe" ifid="6F8A1C52-4B0E-4E0C-9C5D-2F1A7B3E9D10">
<tw-passagedata pid="1" name="Evening" tags="tower" position="100,100">The lamp is lit, and the sea is quiet.
Mara: What a lovely evening. I&#39;m so glad you came.
June: It is beautiful up here.
[[Ask why she never wrote-&gt;Letters]]
[[Storm]]</tw-passagedata>
<tw-passagedata pid="2" name="Letters" tags="" position="100,250">June: Six years. Why did you never write to me?
Mara: I wrote every week, and you sent them all back.
June: That is a lie! I never got one letter!
[[Look at the sea|Storm]]</tw-passagedata>
<tw-passagedata pid="3" name="Storm" tags="" position="250,250">The lamp goes out.
Mara: The boat is on the rocks side! They will all drown!
June: I am so scared, Mara.</tw-passagedata>
</tw-storydata>
`;
