/** A short story in ink, written for this: two sisters in a lighthouse. CC0 1.0. */
export const LAMP_INK = `# title: The lamp
VAR forgave = false

-> evening

=== evening ===
The lamp is lit, and the sea is quiet.
Mara: What a lovely evening. I am so glad you came.
June: It is beautiful up here. I had forgotten how beautiful.
Mara: Sit with me. I made the soup you love.
June: Thank you. You are so kind to me, after everything.
The wind turns. Far out, a single light is moving.
Mara: That is the supply boat. They are late today.
* [Ask why she never wrote]
    June: Six years, Mara. Why did you never write to me?
    -> letters
* [Talk about the boat]
    June: Who is on it tonight?
    Mara: Tom and the boy. They bring the oil on Fridays.
    -> supper

=== supper ===
They eat the soup. The spoons are blue.
Mara: There are two kinds of bread.
June: I will have the dark one.
Mara: The dark one is from the mainland.
June: And the other one?
Mara: The other one is from the tin.
June: The tin on the shelf?
Mara: The tin on the shelf.
June: I see the shelf.
Mara: It is the shelf next to the door.
June: I hate you! I hate this tower and I hate everything in it!
Mara: The bread is in the tin.
-> storm

=== letters ===
Mara: I wrote. I wrote every single week, and you sent them all back.
June: That is a lie! I never got one letter. Not one!
Mara: Do not shout at me. I cried over every one of them.
June: Then who sent them back?
- (silence) Nobody says it. Their father is eight years dead, and he kept the post.
* "I am so sorry[."]," June says. "I was angry with the wrong person."
    ~ forgave = true
    Mara: Oh, June. I missed you so much.
    -> storm
* [Say nothing]
    June says nothing. She is ashamed, and it makes her cold.
    -> storm

=== storm ===
Then the glass shakes, and the lamp goes out.
Mara: No. No, no, no. The boat is on the rocks side!
June: I am scared. I can't see anything, Mara!
Mara: The boy is on that boat. He will drown. They will all drown!
{forgave:
    June: Give me the matches. We do this together, you and I.
    Mara: Together. Hold the glass, I trust you.
- else:
    June: Tell me what to do. Please, just tell me what to do.
    Mara: Hold the glass and do not let go.
}
+ [Strike the match] -> light
+ [Pull the bell rope]
    The bell is terribly loud, and somebody out there answers it.
    -> light

=== light ===
The flame catches, and the beam goes out over the water.
June: There! I see them! They are turning, Mara, they are safe!
Mara: They are safe. Oh, thank God, they are safe.
They laugh until they cry, and hold each other, and are happy.
-> END
`;
