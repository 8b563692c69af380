using RelateBot.Domain.People;

namespace RelateBot.Domain.Prompts;

/// <summary>
/// How much people may be written to of somebody else's accord than theirs or a colleague's. Whatever does so asks here, and is noted here.
/// </summary>
public interface IProactiveMessageBudget
{
    /// <summary>
    /// True when all of these people may be written to now: they work, have not paused, and did not hear too much lately. It is noted then.
    /// If they heard too much, nobody is, and prompts leave them room, so that it is worth asking again in an hour.
    /// </summary>
    Task<bool> TryReserveAsync(IReadOnlyCollection<Person> people, CancellationToken cancellationToken);

    /// <summary>Which of these people want to hear nothing on a day.</summary>
    Task<IReadOnlySet<Guid>> GetPausedPeopleAsync(IReadOnlyCollection<Guid> personIds, DateOnly day, CancellationToken cancellationToken);
}
