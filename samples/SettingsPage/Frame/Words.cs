using System.Globalization;
using LoginVerification;

namespace SettingsPage.Frame;

/// <summary>The words of the sample's own pages, in the language of the request. The key is the English text. The library's pages have texts of their own.</summary>
internal sealed class Words
{
    private static readonly Dictionary<string, string> English = new(StringComparer.Ordinal)
    {
        ["DuplicateEmail"] = "This address is registered already.",
        ["DuplicateUserName"] = "Sign in instead, or take another address.",
        ["InvalidEmail"] = "This is no e-mail address.",
        ["InvalidUserName"] = "Write an address like name@example.com.",
        ["PasswordTooShort"] = "The password needs 15 characters or more.",
        ["PasswordRequiresUniqueChars"] = "The password needs 15 characters or more.",
        ["Approved"] = "You approved it. The sign-in page goes on.",
        ["Denied"] = "You denied it. Change your password: somebody knows it.",
        ["NothingWaits"] = "Nothing waits any more.",
        ["WrongMatchingNumber"] = "That is not the number on the sign-in page.",
        ["BindingTokenInvalid"] = "This token binds nothing. Get a new one on the devices page.",
        ["PhoneVerified"] = "A phone number was added to your account",
        ["PhoneReplaced"] = "The phone number of your account was replaced",
        ["PhoneRemoved"] = "The phone number of your account was removed",
        ["PhoneInvalidated"] = "Your phone number has to be confirmed again",
        ["VerificationEnabled"] = "Log-in verification was turned on",
        ["ChannelChanged"] = "Log-in verification goes another way now",
        ["VerificationDisabled"] = "Log-in verification was turned off",
        ["DeliveryOptedOut"] = "Your phone said STOP: no codes go there",
        ["SignInGuessed"] = "Somebody with your password guessed at codes",
        ["SignInDenied"] = "A sign-in was denied in your app",
        ["DeviceBound"] = "A device can approve your sign-ins now",
        ["DeviceRemoved"] = "A device was removed",
        ["BackupCodesIssued"] = "New backup codes were made",
        ["BackupCodeUsed"] = "A backup code was used to sign in",
        ["User"] = "by you",
        ["Device"] = "by your app",
        ["Carrier"] = "by the phone network",
        ["Time"] = "by itself, after a time",
        ["Operator"] = "by our staff",
        ["web"] = "web",
        ["mobileWeb"] = "mobile web",
        ["android"] = "Android app",
        ["ios"] = "iOS app",
    };

    private static readonly Dictionary<string, string> Hebrew = new(StringComparer.Ordinal)
    {
        ["Skip to the content"] = "דלגו לתוכן",
        ["Fernweh"] = "פרנווה",
        ["For study."] = "לצורכי מחקר.",
        ["This policy models the defects of another service. No real account may be under it."] = "המדיניות הזאת משחזרת תקלות של שירות אחר. אסור להפעיל אותה על חשבון אמיתי.",
        ["Account"] = "חשבון",
        ["Security settings"] = "הגדרות אבטחה",
        ["Sign out"] = "יציאה",
        ["Sign in"] = "כניסה",
        ["Register"] = "הרשמה",
        ["Sample only"] = "רק בדוגמה",
        ["You are on"] = "אתם נמצאים ב־",
        ["Policy"] = "מדיניות",
        ["This phone"] = "הטלפון הזה",
        ["A real phone, here on the page."] = "טלפון אמיתי, כאן בדף.",
        ["Switch the phone on"] = "הדליקו את הטלפון",
        ["Switch the phone off"] = "כבו את הטלפון",
        ["The phone is off: messages get lost."] = "הטלפון כבוי: הודעות הולכות לאיבוד.",
        ["No message."] = "אין הודעות.",
        ["Copy"] = "העתיקו",
        ["Continue verification"] = "המשיכו באימות",
        ["Answer STOP"] = "ענו STOP",
        ["Answer START"] = "ענו START",
        ["This app"] = "האפליקציה הזאת",
        ["Is that you, signing in?"] = "האם אלה אתם שנכנסים?",
        ["The number on the sign-in page"] = "המספר שבדף הכניסה",
        ["Approve"] = "אשרו",
        ["Deny"] = "דחו",
        ["Bound. Nothing waits."] = "מחוברת. דבר אינו ממתין.",
        ["Look again"] = "הסתכלו שוב",
        ["The token of the devices page"] = "האסימון מדף המכשירים",
        ["Bind this app"] = "חברו את האפליקציה",
        ["Your mail"] = "הדואר שלכם",
        ["No mail."] = "אין דואר.",
        ["The explorer"] = "הסייר",
        ["It speaks of screens: open the security settings."] = "הוא מדבר על מסכים: פתחו את הגדרות האבטחה.",
        ["Home"] = "בית",
        ["Journeys that others found boring"] = "מסעות שאחרים מצאו משעממים",
        ["You are signed in as"] = "נכנסתם בתור",
        ["Sign in, or register with any address: nothing is sent to it."] = "היכנסו, או הירשמו עם כל כתובת: דבר לא נשלח אליה.",
        ["Is it you? Sign in again"] = "האם אלה אתם? היכנסו שוב",
        ["E-mail address"] = "כתובת דואר אלקטרוני",
        ["Password"] = "סיסמה",
        ["15 characters or more. A few words will do."] = "15 תווים או יותר. כמה מילים יספיקו.",
        ["Your password is right, and your phone cannot be asked."] = "הסיסמה נכונה, ואי אפשר לשאול את הטלפון שלכם.",
        ["Your password is right, and there were too many wrong codes. Try again later."] = "הסיסמה נכונה, והיו יותר מדי קודים שגויים. נסו שוב מאוחר יותר.",
        ["This leads on:"] = "כך אפשר להמשיך:",
        ["Try again at"] = "נסו שוב בשעה",
        ["Send START from your phone to the number that our messages come from"] = "שלחו START מהטלפון שלכם למספר שממנו מגיעות ההודעות שלנו",
        ["Use a backup code"] = "השתמשו בקוד גיבוי",
        ["Sign in once more"] = "היכנסו פעם נוספת",
        ["Ask our staff"] = "פנו לצוות שלנו",
        ["Help"] = "עזרה",
        ["Is your phone lost, and are there no backup codes? Our staff makes sure that it is you, and then takes the phone off your account."] = "הטלפון אבד, ואין קודי גיבוי? הצוות שלנו מוודא שאלה אתם, ואז מסיר את הטלפון מחשבונכם.",
        ["This is a sample: nobody is there. A real host says here how its staff is reached."] = "זו דוגמה: אין כאן איש. שירות אמיתי אומר כאן איך פונים לצוות שלו.",
        ["Too many wrong passwords. Try again in five minutes."] = "יותר מדי סיסמאות שגויות. נסו שוב בעוד חמש דקות.",
        ["The address or the password is wrong."] = "הכתובת או הסיסמה שגויה.",
        ["DuplicateEmail"] = "הכתובת הזאת כבר רשומה.",
        ["DuplicateUserName"] = "היכנסו, או בחרו כתובת אחרת.",
        ["InvalidEmail"] = "זו אינה כתובת דואר אלקטרוני.",
        ["InvalidUserName"] = "כתבו כתובת כמו name@example.com.",
        ["PasswordTooShort"] = "הסיסמה צריכה 15 תווים או יותר.",
        ["PasswordRequiresUniqueChars"] = "הסיסמה צריכה 15 תווים או יותר.",
        ["Approved"] = "אישרתם. דף הכניסה ממשיך.",
        ["Denied"] = "דחיתם. החליפו סיסמה: מישהו יודע אותה.",
        ["NothingWaits"] = "דבר אינו ממתין עוד.",
        ["WrongMatchingNumber"] = "זה לא המספר שבדף הכניסה.",
        ["BindingTokenInvalid"] = "האסימון הזה אינו מחבר דבר. קחו חדש בדף המכשירים.",
        ["PhoneVerified"] = "מספר טלפון נוסף לחשבונכם",
        ["PhoneReplaced"] = "מספר הטלפון של חשבונכם הוחלף",
        ["PhoneRemoved"] = "מספר הטלפון של חשבונכם הוסר",
        ["PhoneInvalidated"] = "יש לאמת שוב את מספר הטלפון שלכם",
        ["VerificationEnabled"] = "אימות הכניסה הופעל",
        ["ChannelChanged"] = "אימות הכניסה מגיע עכשיו בדרך אחרת",
        ["VerificationDisabled"] = "אימות הכניסה כובה",
        ["DeliveryOptedOut"] = "הטלפון שלכם אמר STOP: קודים לא נשלחים אליו",
        ["SignInGuessed"] = "מישהו עם הסיסמה שלכם ניחש קודים",
        ["SignInDenied"] = "כניסה נדחתה באפליקציה שלכם",
        ["DeviceBound"] = "מכשיר יכול עכשיו לאשר את כניסותיכם",
        ["DeviceRemoved"] = "מכשיר הוסר",
        ["BackupCodesIssued"] = "נוצרו קודי גיבוי חדשים",
        ["BackupCodeUsed"] = "קוד גיבוי שימש לכניסה",
        ["User"] = "על ידיכם",
        ["Device"] = "על ידי האפליקציה שלכם",
        ["Carrier"] = "על ידי רשת הטלפון",
        ["Time"] = "מעצמו, כעבור זמן",
        ["Operator"] = "על ידי הצוות שלנו",
        ["web"] = "אתר",
        ["mobileWeb"] = "אתר לנייד",
        ["android"] = "אפליקציית אנדרואיד",
        ["ios"] = "אפליקציית iOS",
    };

    private static bool IsHebrew => CultureInfo.CurrentUICulture.Name == "he";

    public string Language => IsHebrew ? "he" : "en";

    public string Direction => IsHebrew ? "rtl" : "ltr";

    public string OtherLanguage => IsHebrew ? "en" : "he";

    public string OtherLanguageName => IsHebrew ? "English" : "עברית";

    /// <summary>A text by its key, or the key itself.</summary>
    public string this[string key] => IsHebrew && Hebrew.TryGetValue(key, out var hebrew) ? hebrew : English.GetValueOrDefault(key, key);

    public string SurfaceName(Surface surface) => this[surface.Name];
}
