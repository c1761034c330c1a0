using IncidentBot.Benchmarks;
using IncidentBot.Benchmarks.Outside;

return args is [OutsideCommand.Word]
    ? await OutsideCommand.RunAsync()
    : await Benchmark.RunAsync(Plan.Read(args));
