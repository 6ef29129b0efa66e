using LoginVerification;
using LoginVerification.Policies;

namespace Example;

internal static class Choices
{
    public static void AddTexts(LoginVerificationOptions o)
    {
        #region texts
        o.SmsTexts["he"] = new SmsTexts("{code} הוא קוד האימות שלך", "הטלפון הזה לא יקבל עוד קודים. לא שינית? פנה אלינו");
        o.SmsTexts["ar"] = new SmsTexts("{code} رمز التحقق الخاص بك", "لن يستقبل هذا الهاتف الرموز بعد الآن. إن لم تغيره فاتصل بنا");
        o.SmsTexts["en"] = SmsTexts.English with { Code = "{code} is your code for Example." };
        #endregion
    }

    public static void Rotate(LoginVerificationOptions o, Func<string, byte[]> vault)
    {
        #region rotate
        o.CodeKeys["2026-05"] = vault("2026-05"); // retired: no new code is under it, its last ones still match
        o.CodeKeys["2026-11"] = vault("2026-11");
        o.CurrentCodeKey = "2026-11";
        #endregion
    }

    public static EnrolmentPolicy LoadPolicy(string file)
    {
        #region policy
        return EnrolmentPolicy.FromJson(File.ReadAllText(file));
        #endregion
    }
}
