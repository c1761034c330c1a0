using IncidentBot.Messaging;
using Quartz;

namespace IncidentBot.Scheduling;

internal static class SchedulingSetup
{
    private static readonly TimeSpan Sweep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Forget = TimeSpan.FromHours(1);

    /// <summary>Quartz in memory, on the bot's own clock. All sweeps also run at start.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services, TimeProvider clock)
    {
        services.AddSingleton<ReminderClock>();
        services.AddSingleton<IDueClock>(provider => provider.GetRequiredService<ReminderClock>());
        services.AddSingleton<Comparisons>();
        services.AddSingleton<RemindersInStep>();
        services.AddHostedService<ReturnWatch>();
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(clock);
            quartz.AddJob<ReminderJob>(job => job.WithIdentity(ReminderClock.Job).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(ReminderClock.Job).WithIdentity("sweep").StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Sweep).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
            quartz.AddJob<ForgetJob>(job => job.WithIdentity(ForgetJob.Key).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(ForgetJob.Key).WithIdentity("forget").StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Forget).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
            quartz.AddJob<DigestJob>(job => job.WithIdentity(DigestJob.Key).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(DigestJob.Key).WithIdentity("digest").StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Sweep).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
            quartz.AddJob<RemindersInStepJob>(job => job.WithIdentity(RemindersInStepJob.Key).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(RemindersInStepJob.Key).WithIdentity("reminders-in-step").StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Sweep).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
            quartz.AddJob<CompareJob>(job => job.WithIdentity(CompareJob.Key).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(CompareJob.Key).WithIdentity("compare").StartNow()
                .WithSimpleSchedule(every => every.WithInterval(Sweep).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)));
        });
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            // Else it waits at the end for a start that never was, where the port is taken.
            options.AwaitApplicationStarted = false;
        });
        return services;
    }
}
