using LoginVerification;
using LoginVerification.Faults.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Runs the service and its outbox until standard input ends, which it does with the test as well. Tells on standard output how far it is.
var settings = WorkerSettings.Parse(args[0]);
var gateway = new GatewayClient(settings.Name, settings.GatewayPort);
var unanswered = Journal.Read(settings.Journal).GroupBy(entry => entry.Order.Id).Where(order => order.All(entry => entry.Kind is not EntryKind.Answered))
    .Select(order => order.First().Order).ToList();

// A lane waits for the database in its thread now and then.
ThreadPool.SetMinThreads(settings.Lanes + 16, 16);
var application = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
application.Logging.AddFilter("Microsoft", LogLevel.None);
Wiring.Add(application.Services, settings, gateway, gateway);
using var host = application.Build();
await host.StartAsync();
Console.WriteLine("ready");

using var stop = new CancellationTokenSource();
using var journal = new Journal(settings.Journal);
var services = host.Services;
var person = new Person(settings, services.GetRequiredService<IEnrolmentService>(), services.GetRequiredService<IEnrolmentStore>(), gateway, services.GetRequiredService<TimeProvider>());
var load = new Load(settings, person, journal, unanswered).RunAsync(stop.Token);
_ = load.ContinueWith(_ => Console.WriteLine("idle"), TaskScheduler.Default);
await Task.Run(Console.In.ReadToEnd);
await stop.CancelAsync();
await load;
await host.StopAsync(CancellationToken.None);
