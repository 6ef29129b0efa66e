using LoginVerification.Policies;
using Microsoft.Extensions.Options;
using SettingsPage;

// One process, one application for each policy: a policy is frozen in its application's services.
var sites = new List<WebApplication>();
try
{
    var host = WebApplication.CreateBuilder(args);
    var settings = SampleSettings.Read(host.Configuration, host.Environment.EnvironmentName);
    foreach (var (index, policy) in settings.Policies.Index())
        sites.Add(await Site.StartAsync(args, settings, policy, index));

    Console.WriteLine("LoginVerification, the settings page. A sample: phone, app and mail are on the page itself.");
    foreach (var site in sites)
        Console.WriteLine($"  {site.Urls.Single(),-24} {site.Services.GetRequiredService<EnrolmentPolicy>().Name}");
    Console.WriteLine("Open one, register with any address and password, and follow \"Security settings\". Ctrl+C ends it.");
}
catch (Exception wrong) when (wrong is SettingsException or PolicyInvalidException or OptionsValidationException or InvalidDataException or IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException or System.Data.Common.DbException)
{
    Console.Error.WriteLine(wrong.Message);
    foreach (var site in sites)
        await site.DisposeAsync();
    return 1;
}

await Task.WhenAll(sites.Select(site => site.WaitForShutdownAsync()));
return 0;
