using RelateBot.Domain.Help;
using RelateBot.Domain.People;

namespace RelateBot.Domain.Introductions;

/// <summary>Checks and records requests for introductions. The strongest path is used, through people who take introductions.</summary>
public sealed class AskForIntroductionHandler(
    IIntroductionStore introductions,
    WarmPaths paths,
    IPeopleDirectory directory,
    HelpRules rules,
    TimeProvider clock)
{
    /// <summary>The most pending introductions of one person.</summary>
    public const int MostOpen = 3;

    /// <summary>How long the same two people aren't tried again after a no or no answer.</summary>
    public static readonly TimeSpan Cooldown = TimeSpan.FromDays(90);

    /// <summary>Records the request, or returns why it can't be recorded.</summary>
    public async Task<AskForIntroductionResult> HandleAsync(AskForIntroduction command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var asker = command.Asker;
        var target = (await directory.GetPeopleAsync([command.TargetId], cancellationToken))[0];
        var earlier = await introductions.AskedByAsync(asker.Id, now - Cooldown, cancellationToken);
        if (FaultOf(command, target, earlier) is { } fault)
        {
            return new AskForIntroductionResult.Refused(fault, target);
        }

        if (await paths.FindAsync(asker.Id, target.Id, without: null, cancellationToken) is not { } between)
        {
            return new AskForIntroductionResult.Refused(IntroductionFault.NoPath, target);
        }

        if (between.IsEmpty)
        {
            return new AskForIntroductionResult.Refused(IntroductionFault.KnowEachOther, target);
        }

        var people = await directory.GetPeopleAsync(between, cancellationToken);
        var introduction = new Introduction
        {
            Id = Guid.CreateVersion7(now),
            OrganisationId = asker.OrganisationId,
            WorkspaceId = command.Workspace.Id,
            AskerId = asker.Id,
            TargetId = target.Id,
            ConnectorId = between[0],
            SecondConnectorId = between.Length > 1 ? between[1] : null,
            Reason = command.Reason,
            AskedAt = now,
        };
        var details = new IntroductionDetails
        {
            Introduction = introduction,
            Asker = asker,
            Target = target,
            Connectors = [.. between.Select(id => people.First(person => person.Id == id))],
        };
        introduction.Ask(IntroductionLifecycle.Until(now, details.Awaited!, rules));
        introductions.Add(introduction);
        return new AskForIntroductionResult.Asked(details);
    }

    private static IntroductionFault? FaultOf(AskForIntroduction command, Person target, IReadOnlyList<Introduction> earlier) =>
        command switch
        {
            _ when target.Id == command.Asker.Id => IntroductionFault.Yourself,
            { Reason.Length: 0 } => IntroductionFault.NoReason,
            { Reason.Length: > Introduction.LongestReason } => IntroductionFault.ReasonTooLong,
            _ when earlier.Any(own => own.TargetId == target.Id && own.State is IntroductionState.Asking) => IntroductionFault.AskedAlready,
            _ when earlier.Any(own => own.TargetId == target.Id && own.State is IntroductionState.Made) => IntroductionFault.KnowEachOther,
            _ when earlier.Count(own => own.State is IntroductionState.Asking) >= MostOpen => IntroductionFault.TooMany,
            _ when !target.TakesIntroductions || earlier.Any(own => own.TargetId == target.Id) => IntroductionFault.NoPath,
            _ => null,
        };
}
