using LoginVerification.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
