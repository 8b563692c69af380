namespace RelateBot.Domain.Help;

/// <summary>Whom an ask is for.</summary>
public abstract record AskTarget
{
    private AskTarget()
    {
    }

    /// <summary>Anybody in a department.</summary>
    public sealed record OfDepartment(Guid Id) : AskTarget;

    /// <summary>One person.</summary>
    public sealed record OfPerson(Guid Id) : AskTarget;

    /// <summary>Whoever knows about a topic. <paramref name="Topic"/>: lower case, without the sign.</summary>
    public sealed record OnTopic(string Topic) : AskTarget;

    /// <summary>Whoever reads it.</summary>
    public sealed record Anybody : AskTarget;
}
