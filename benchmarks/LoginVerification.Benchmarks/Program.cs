using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Running;
using LoginVerification.Benchmarks;
using LoginVerification.Benchmarks.Stores;
using LoginVerification.Benchmarks.Stores.Scale;
using LoginVerification.Benchmarks.Stores.Servers;
using LoginVerification.Benchmarks.Stores.Share;
using LoginVerification.Benchmarks.Web;

switch (args)
{
    case [CheckerComparison.Verb]:
        CheckerComparison.Run();
        return;
    case [StoreComparison.Verb]:
        await StoreComparison.EnrolAsync();
        return;
    case [StoreComparison.SignInVerb]:
        await StoreComparison.SignInAsync();
        return;
    case [HttpComparison.Verb]:
        await HttpComparison.RunAsync();
        return;
    case [ShareComparison.Verb]:
        await ShareComparison.RunAsync();
        return;
    case [ServersComparison.Verb]:
        await ServersComparison.RunAsync();
        return;
    case [ScaleRun.Verb, .. { Length: > 0 } words]:
        await ScaleRun.RunAsync(words);
        return;
    case [CheckerComparison.ExplorerVerb, var what]:
        CheckerComparison.ExploreLarge(what);
        return;
}

// A shared machine may need minutes to build what BenchmarkDotNet generates.
var config = DefaultConfig.Instance
    .AddDiagnoser(MemoryDiagnoser.Default)
    .HideColumns(Column.Median, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2)
    .WithBuildTimeout(TimeSpan.FromMinutes(10));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
