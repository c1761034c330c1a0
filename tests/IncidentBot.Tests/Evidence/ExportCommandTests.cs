using System.Diagnostics;
using System.Globalization;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Evidence;

public sealed class ExportCommandTests
{
    [Fact]
    public async Task A_file_that_is_there_is_never_written_over_and_no_incident_leaves_no_file()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (there, fresh) = (Path.Combine(folder.FullName, "there"), Path.Combine(folder.FullName, "fresh"));
            await File.WriteAllTextAsync(there, "mine");

            Assert.Equal((1, "There is no incident #999."), await ExportAsync(bot, 999, fresh));
            Assert.Equal((2, $"There is {there} already, and nothing was written. Name another file, or delete that one."), await ExportAsync(bot, incident.Number, there));
            var nowhere = Path.Combine(folder.FullName, "nowhere");
            Assert.Equal((2, $"There is no folder {nowhere}, and nothing was written. Make it, or name a file elsewhere."), await ExportAsync(bot, incident.Number, Path.Combine(nowhere, "file")));
            Assert.Equal(["there"], Directory.GetFileSystemEntries(folder.FullName).Select(Path.GetFileName));
            Assert.Equal("mine", await File.ReadAllTextAsync(there));

            Assert.Equal((0, ""), await ExportAsync(bot, incident.Number, fresh));
            Assert.Equal(0, await IncidentBot.Evidence.VerifyCommand.RunAsync([fresh], default));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Error)> ExportAsync(TestBot bot, int number, string to)
    {
        string[] words = [Path.Combine(AppContext.BaseDirectory, "IncidentBot.dll"), "export", number.ToString(CultureInfo.InvariantCulture), "--out", to];
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardError = true, Environment = { ["DATABASE"] = bot.DatabasePath } })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, error.Trim());
    }
}
