namespace RelateBot.Domain.Help;

/// <summary>Plans the next step of an ask, in working days of the asker's time zone.</summary>
internal static class AskSchedule
{
    /// <summary>Plans the reminder of the people asked.</summary>
    public static void PlanReminder(this HelpRules rules, AskDetails details, DateTimeOffset now) =>
        details.Ask.Plan(AskStep.Remind, WorkingDays.After(now, rules.RemindAfterDays, rules.ZoneOf(details.Asker)));

    /// <summary>Plans the question to the asker whether the ask was solved.</summary>
    public static void PlanFollowUp(this HelpRules rules, AskDetails details, DateTimeOffset now) =>
        details.Ask.Plan(AskStep.FollowUp, WorkingDays.After(now, rules.FollowUpAfterDays, rules.ZoneOf(details.Asker)));

    /// <summary>Plans the expiry, counted from the day of the ask.</summary>
    public static void PlanExpiry(this HelpRules rules, AskDetails details) =>
        details.Ask.Plan(AskStep.Expire, WorkingDays.After(details.Ask.AskedAt, rules.ExpireAfterDays, rules.ZoneOf(details.Asker)));

    /// <summary>Plans the expiry after a reminder, for the days that are left.</summary>
    public static void PlanExpiryAfterReminder(this HelpRules rules, AskDetails details, DateTimeOffset remindedAt) =>
        details.Ask.Plan(
            AskStep.Expire,
            WorkingDays.After(remindedAt, rules.ExpireAfterDays - rules.RemindAfterDays, rules.ZoneOf(details.Asker)));
}
