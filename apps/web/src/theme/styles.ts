// Everything that styles the whole page, in the order in which it applies.
import "@fontsource-variable/fraunces/soft.css";
import "@fontsource-variable/nunito/wght.css";
import "@mantine/core/styles.layer.css";
import "./tokens.css";
import "./global.css";
import "./reading.css";
import "./print.css";
