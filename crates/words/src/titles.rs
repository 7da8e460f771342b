use list::{Goal, Plan};

/// The title of a goal, such as 「I　子どもたちの笑顔輝くまち」.
pub fn goal_title(goal: &Goal) -> String {
    format!("{}　{}", goal.numeral, goal.name)
}

/// The title of a plan, such as 「計画3　すべての小学生を対象に…」.
pub fn plan_title(plan: &Plan) -> String {
    format!("{}　{}", plan.label, plan.name)
}
