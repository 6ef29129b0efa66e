using LoginVerification;
using LoginVerification.Ports;
using Microsoft.AspNetCore.Mvc;

namespace SettingsPage.Devices;

/// <summary>What is done in the sample's panels. Each form comes back to the page that it stood on.</summary>
internal static class PanelEndpoints
{
    public static void MapPanels(this IEndpointRouteBuilder sample)
    {
        sample.MapPost("/phone/power", (PanelOwner owner, PhoneOnThePage phone, [FromForm] string? back, [FromForm] bool off) =>
            DoAsync(owner, back, account => phone.SwitchAsync(account.Value, off)));
        sample.MapPost("/phone/write", (PanelOwner owner, PhoneOnThePage phone, IEnrolmentStore enrolments, [FromForm] string? back, [FromForm] string? text) =>
            DoAsync(owner, back, async account =>
            {
                if (await PhoneNumbers.OfAsync(enrolments, account) is [var number, ..])
                    await phone.WriteAsync(number, text ?? "");
            }));
        sample.MapPost("/app/bind", (PanelOwner owner, AppOnThePage app, [FromForm] string? back, [FromForm] string? token) =>
            DoAsync(owner, back, account => app.BindToOwnerAsync(account.Value, token?.Trim() ?? "")));
        sample.MapPost("/app/answer", (PanelOwner owner, AppOnThePage app, [FromForm] string? back, [FromForm(Name = "device")] long id, [FromForm] string? number, [FromForm] string? decision) =>
            DoAsync(owner, back, account => app.AnswerAsync(account.Value, id, decision == "approve", number?.Trim() ?? "")));
    }

    private static async Task<IResult> DoAsync(PanelOwner owner, string? back, Func<AccountId, Task> work)
    {
        if (owner.Account is { } account)
            await work(account);
        return Results.Redirect(Routes.Local(back) ?? "/");
    }
}
