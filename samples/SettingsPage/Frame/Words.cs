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
        ["TokenInvalid"] = "This token binds nothing. Get a new one on the devices page.",
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
        ["Skip to the content"] = "דלג לתוכן",
        ["Fernweh"] = "פרנווה",
        ["For study."] = "לצורכי מחקר.",
        ["This policy models the defects of another service. No real account may be under it."] = "המדיניות הזאת משחזרת תקלות של שירות אחר. אסור להפעיל אותה על חשבון אמיתי.",
        ["Account"] = "חשבון",
        ["Security settings"] = "הגדרות אבטחה",
        ["Sign out"] = "יציאה",
        ["Sign in"] = "כניסה",
        ["Register"] = "הרשמה",
        ["Sample only"] = "רק בדוגמה",
        ["You are on"] = "אתה נמצא ב־",
        ["Policy"] = "מדיניות",
        ["This phone"] = "הטלפון הזה",
        ["A real phone, here on the page."] = "טלפון אמיתי, כאן בדף.",
        ["Switch the phone on"] = "הדלק את הטלפון",
        ["Switch the phone off"] = "כבה את הטלפון",
        ["The phone is off: messages get lost."] = "הטלפון כבוי: הודעות הולכות לאיבוד.",
        ["No message."] = "אין הודעות.",
        ["Copy"] = "העתק",
        ["Continue verification"] = "המשך באימות",
        ["Answer STOP"] = "ענה STOP",
        ["Answer START"] = "ענה START",
        ["This app"] = "האפליקציה הזאת",
        ["Is that you, signing in?"] = "האם זה אתה שנכנס?",
        ["The number on the sign-in page"] = "המספר שבדף הכניסה",
        ["Approve"] = "אשר",
        ["Deny"] = "דחה",
        ["Bound. Nothing waits."] = "מחוברת. דבר אינו ממתין.",
        ["Look again"] = "הסתכל שוב",
        ["The token of the devices page"] = "האסימון מדף המכשירים",
        ["Bind this app"] = "חבר את האפליקציה",
        ["Your mail"] = "הדואר שלך",
        ["No mail."] = "אין דואר.",
        ["The explorer"] = "הסייר",
        ["It speaks of screens: open the security settings."] = "הוא מדבר על מסכים: פתח את הגדרות האבטחה.",
        ["Home"] = "בית",
        ["Journeys that others found boring"] = "מסעות שאחרים מצאו משעממים",
        ["You are signed in as"] = "נכנסת בתור",
        ["Sign in, or register with any address: nothing is sent to it."] = "היכנס, או הירשם עם כל כתובת: דבר לא נשלח אליה.",
        ["Is it you? Sign in again"] = "האם זה אתה? היכנס שוב",
        ["E-mail address"] = "כתובת דואר אלקטרוני",
        ["Password"] = "סיסמה",
        ["15 characters or more. A few words will do."] = "15 תווים או יותר. כמה מילים יספיקו.",
        ["Your password is right, and your phone cannot be asked."] = "הסיסמה נכונה, ואי אפשר לשאול את הטלפון שלך.",
        ["Too many wrong passwords. Try again in five minutes."] = "יותר מדי סיסמאות שגויות. נסה שוב בעוד חמש דקות.",
        ["The address or the password is wrong."] = "הכתובת או הסיסמה שגויה.",
        ["DuplicateEmail"] = "הכתובת הזאת כבר רשומה.",
        ["DuplicateUserName"] = "היכנס, או בחר כתובת אחרת.",
        ["InvalidEmail"] = "זו אינה כתובת דואר אלקטרוני.",
        ["InvalidUserName"] = "כתוב כתובת כמו name@example.com.",
        ["PasswordTooShort"] = "הסיסמה צריכה 15 תווים או יותר.",
        ["PasswordRequiresUniqueChars"] = "הסיסמה צריכה 15 תווים או יותר.",
        ["Approved"] = "אישרת. דף הכניסה ממשיך.",
        ["Denied"] = "דחית. החלף סיסמה: מישהו יודע אותה.",
        ["NothingWaits"] = "דבר אינו ממתין עוד.",
        ["WrongMatchingNumber"] = "זה לא המספר שבדף הכניסה.",
        ["TokenInvalid"] = "האסימון הזה אינו מחבר דבר. קח חדש בדף המכשירים.",
        ["PhoneVerified"] = "מספר טלפון נוסף לחשבונך",
        ["PhoneReplaced"] = "מספר הטלפון של חשבונך הוחלף",
        ["PhoneRemoved"] = "מספר הטלפון של חשבונך הוסר",
        ["PhoneInvalidated"] = "יש לאמת שוב את מספר הטלפון שלך",
        ["VerificationEnabled"] = "אימות הכניסה הופעל",
        ["ChannelChanged"] = "אימות הכניסה מגיע עכשיו בדרך אחרת",
        ["VerificationDisabled"] = "אימות הכניסה כובה",
        ["DeliveryOptedOut"] = "הטלפון שלך אמר STOP: קודים לא נשלחים אליו",
        ["SignInGuessed"] = "מישהו עם הסיסמה שלך ניחש קודים",
        ["SignInDenied"] = "כניסה נדחתה באפליקציה שלך",
        ["DeviceBound"] = "מכשיר יכול עכשיו לאשר את כניסותיך",
        ["DeviceRemoved"] = "מכשיר הוסר",
        ["BackupCodesIssued"] = "נוצרו קודי גיבוי חדשים",
        ["BackupCodeUsed"] = "קוד גיבוי שימש לכניסה",
        ["User"] = "על ידך",
        ["Device"] = "על ידי האפליקציה שלך",
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
