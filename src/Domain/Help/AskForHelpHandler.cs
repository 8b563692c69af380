using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>Checks and records asks.</summary>
public sealed class AskForHelpHandler(IAskStore asks, IPeopleDirectory directory, HelpRules rules, TimeProvider clock)
{
    /// <summary>Records the ask, or returns why it can't be recorded.</summary>
    public async Task<AskForHelpResult> HandleAsync(AskForHelp command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (asker, zone) = (command.Asker, rules.ZoneOf(command.Asker));
        var person = command.Target is AskTarget.OfPerson(var personId)
            ? (await directory.GetPeopleAsync([personId], cancellationToken))[0]
            : null;
        var department = command.Target is AskTarget.OfDepartment(var departmentId)
            ? (await directory.GetDepartmentsAsync([departmentId], cancellationToken))[0]
            : null;
        if (await FaultAsync(command, person, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), cancellationToken)
            is { } fault)
        {
            return new AskForHelpResult.Refused(fault, person?.Name);
        }

        var ask = new Ask
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = asker.OrganisationId,
            WorkspaceId = command.Workspace.Id,
            AskerId = asker.Id,
            AskerDepartmentId = asker.DepartmentId,
            Text = command.Text,
            DepartmentId = department?.Id ?? person?.DepartmentId,
            PersonId = person?.Id,
            Topic = command.Target is AskTarget.OnTopic(var topic) ? topic.Clip(Ask.LongestTopic) : null,
            IsPublic = command.IsPublic && person is null,
            NeededBy = command.NeededBy,
            AskedAt = now,
            Source = command.Workspace.Platform,
        };
        ask.Plan(AskStep.Remind, WorkingDays.After(now, rules.RemindAfterDays, zone));
        asks.Add(ask);
        return new AskForHelpResult.Asked(new AskDetails { Ask = ask, Asker = asker, Department = department, Person = person });
    }

    private async Task<AskFault?> FaultAsync(AskForHelp command, Person? person, DateOnly today, CancellationToken cancellationToken) =>
        command switch
        {
            { Text.Length: 0 } => AskFault.NoText,
            { Text.Length: > Ask.LongestText } => AskFault.TextTooLong,
            _ when person?.Id == command.Asker.Id => AskFault.Yourself,
            _ when person is { Kind: PersonKind.Bot } => AskFault.Program,
            _ when person is { IsActive: false } => AskFault.HasLeft,
            _ when command.NeededBy < today => AskFault.NeededInThePast,
            _ when (await asks.GetActiveByAskerAsync(command.Asker.Id, cancellationToken)).Count >= HelpRules.MaxActiveAsks =>
                AskFault.TooMany,
            _ => null,
        };
}
