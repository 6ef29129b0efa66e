using LoginVerification.Policies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace LoginVerification.Docs.Tests;

/// <summary>What a host writes at start.</summary>
internal static class VerificationSetup
{
    public static void Register(WebApplicationBuilder builder)
    {
        #region register
        builder.Services.AddLoginVerification(o =>
            {
                o.SmsHost = builder.Configuration["LoginVerification:SmsHost"]!;
                o.CurrentCodeKey = builder.Configuration["LoginVerification:CurrentCodeKey"]!;
                foreach (var key in builder.Configuration.GetSection("LoginVerification:CodeKeys").GetChildren())
                    o.CodeKeys[key.Key] = Convert.FromBase64String(key.Value!);
            })
            .UsePhoneNumbers()
            .UseInMemoryStore() // for one process; a store that lasts in production
            .UseSms<GatewaySender>()
            .UseNotifier<MailNotifier>();
        builder.Services.AddHostedService<OutboxLoop>();
        #endregion
    }

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
