//! What somebody signed in with, in words that they recognise: "Firefox op Windows". Two codes from short
//! lists; versions and the rest of what a browser tells are not kept.

use crate::codes::coded;

coded! {
    /// A kind of browser.
    pub enum Browser, "browser" {
        /// Edge.
        Edge = "edge",
        /// Firefox.
        Firefox = "firefox",
        /// Chrome, and what calls itself so.
        Chrome = "chrome",
        /// Safari.
        Safari = "safari",
        /// Samsung Internet.
        Samsung = "samsung",
        /// Opera.
        Opera = "opera",
        /// Anything else.
        Other = "other",
    }
}

coded! {
    /// A kind of machine.
    pub enum System, "system" {
        /// An iPhone.
        Iphone = "iphone",
        /// An iPad that says so; most say that they are a Mac.
        Ipad = "ipad",
        /// A phone or tablet with Android.
        Android = "android",
        /// A computer with Windows.
        Windows = "windows",
        /// A Chromebook.
        Chromebook = "chromebook",
        /// A Mac.
        Mac = "mac",
        /// A computer with Linux.
        Linux = "linux",
        /// Anything else.
        Other = "other",
    }
}

/// A browser on a machine.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Device {
    pub browser: Browser,
    pub system: System,
}

impl Device {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { browser: Browser::Other, system: System::Other };

    /// What a browser says that it is. It can say anything; this is for recognising, never for deciding.
    pub fn of(user_agent: &str) -> Self {
        // Order matters: each browser also names those that it wants to be taken for.
        let browsers = [
            ("Edg", Browser::Edge),
            ("OPR/", Browser::Opera),
            ("SamsungBrowser/", Browser::Samsung),
            ("Firefox/", Browser::Firefox),
            ("FxiOS/", Browser::Firefox),
            ("CriOS/", Browser::Chrome),
            ("Chrome/", Browser::Chrome),
            ("Safari/", Browser::Safari),
        ];
        let systems = [
            ("iPhone", System::Iphone),
            ("iPad", System::Ipad),
            ("Android", System::Android),
            ("Windows", System::Windows),
            ("CrOS", System::Chromebook),
            ("Macintosh", System::Mac),
            ("Linux", System::Linux),
        ];
        let browser = browsers.iter().find(|(sign, _)| user_agent.contains(sign));
        let system = systems.iter().find(|(sign, _)| user_agent.contains(sign));
        Self {
            browser: browser.map_or(Browser::Other, |(_, browser)| *browser),
            system: system.map_or(System::Other, |(_, system)| *system),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(user_agent: &str) -> (Browser, System) {
        let device = Device::of(user_agent);
        (device.browser, device.system)
    }

    #[test]
    fn browsers_that_pose_as_others_are_known_for_what_they_are() {
        let windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
        let edge = format!("{windows} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0");
        let chrome = format!("{windows} Chrome/141.0.0.0 Safari/537.36");
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, \
                      like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
        let samsung = "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) \
                       SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36";

        assert_eq!(device(&edge), (Browser::Edge, System::Windows));
        assert_eq!(device(&chrome), (Browser::Chrome, System::Windows));
        assert_eq!(device(iphone), (Browser::Safari, System::Iphone));
        assert_eq!(device(samsung), (Browser::Samsung, System::Android));
    }

    #[test]
    fn what_says_nothing_is_something_else() {
        for said in ["", "curl/8.5", "\u{202e}evil", &"x".repeat(100_000)] {
            assert_eq!(Device::of(said), Device::UNKNOWN);
        }
    }
}
