using IncidentBot.Benchmarks;
using IncidentBot.Benchmarks.Outside;

return args is [OutsideCommand.Word]
    ? await OutsideCommand.RunAsync()
    : args is ["growth", .. var growth]
    ? await Growth.RunAsync(Plan.Read(growth))
    : args is ["declare", .. var declare]
    ? await DeclareSpeed.RunAsync(Plan.Read(declare))
    : await Benchmark.RunAsync(Plan.Read(args));
