using RelateBot.Domain.People;

namespace RelateBot.Domain.Help;

/// <summary>Loads asks with their people and department.</summary>
public sealed class AskReader(IAskStore asks, IPeopleDirectory directory)
{
    /// <summary>Finds the ask with this id.</summary>
    /// <returns>Null when the current organisation has none.</returns>
    public async Task<AskDetails?> FindAsync(Guid askId, CancellationToken cancellationToken) =>
        await asks.FindAsync(askId, cancellationToken) is { } ask ? await DescribeAsync(ask, cancellationToken) : null;

    /// <summary>Loads the people and department of an ask.</summary>
    public async Task<AskDetails> DescribeAsync(Ask ask, CancellationToken cancellationToken)
    {
        var helpers = await asks.HelpersAsync(ask.Id, cancellationToken);
        Guid[] ids = [
            ask.AskerId,
            .. ask.PersonId is { } asked ? [asked] : Array.Empty<Guid>(),
            .. helpers.Select(helper => helper.PersonId)
        ];
        var people = await directory.GetPeopleAsync(ids, cancellationToken);
        var departments = ask.DepartmentId is { } id && ask.PersonId is null
            ? await directory.GetDepartmentsAsync([id], cancellationToken)
            : [];
        return new AskDetails
        {
            Ask = ask,
            Asker = people.First(person => person.Id == ask.AskerId),
            Helpers = [.. helpers.Select(helper => people.First(person => person.Id == helper.PersonId))],
            Department = departments is [var department] ? department : null,
            Person = people.FirstOrDefault(person => person.Id == ask.PersonId),
        };
    }
}
